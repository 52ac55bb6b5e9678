process.emitWarning('the double is old', 'DeprecationWarning', 'DOUBLE');
