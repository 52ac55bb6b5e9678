process.on('double', () => {});
