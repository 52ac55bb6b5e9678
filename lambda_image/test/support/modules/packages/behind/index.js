exports.depth = () => require('heavy-0').total();
