require('./lib/global.js');
require('./lib/listener.js');
require('./lib/builtin.js');
require('./lib/warning.js');
exports.registry = () => globalThis[Symbol.for('double.registry')];
