Error.stackTraceLimit = 50;
require('punycode');
module.exports = new Error().stack
  .split('\n')
  .slice(1)
  .map((line) => /\(?([^(]*):\d+:\d+\)?$/.exec(line)?.[1])
  .filter((file) => file?.startsWith('/'));
