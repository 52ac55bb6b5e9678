exports.Kind = { FIRST: 'first' };
