module.exports = { name: 'third', file: __filename };
