exports.name = 'first';
exports.other = require('./other.js');
exports.late = () => exports.other.seen;
