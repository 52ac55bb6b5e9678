const inner = require('./inner.js');
inner.set('ready');
exports.get = inner.get;
