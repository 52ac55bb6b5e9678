const first = require('./index.js');
exports.seen = first.name;
exports.still = () => first.name;
