module.exports = { name: 'second', file: __filename };
