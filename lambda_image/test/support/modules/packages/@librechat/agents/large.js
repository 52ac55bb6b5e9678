const { Kind } = require('./kinds.js');
exports.run = () => Kind.FIRST;
