module.exports = Object.keys(process.env).filter((name) => /^double_/i.test(name));
