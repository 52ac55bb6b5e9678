exports.marked = 'with a byte order mark';
