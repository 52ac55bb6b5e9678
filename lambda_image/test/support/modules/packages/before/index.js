const behind = require('behind');
exports.depth = () => behind.depth() + 1;
