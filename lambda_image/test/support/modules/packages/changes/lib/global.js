globalThis[Symbol.for('double.registry')] ??= { made: 0 };
globalThis[Symbol.for('double.registry')].made += 1;
