module.exports = { name: 'first', file: __filename };
