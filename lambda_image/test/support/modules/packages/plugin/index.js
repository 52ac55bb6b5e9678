require('needed-0').plugged = () => 'plugged';
exports.unused = 1;
