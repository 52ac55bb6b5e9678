const { parentPort } = require('worker_threads');
const say = (text) =>
  parentPort ? parentPort.postMessage(text) : process.send(text, () => process.exit());
say(require('heavy-1').total());
