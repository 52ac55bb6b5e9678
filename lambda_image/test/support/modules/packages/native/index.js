exports.answer = () => require('./native.node').answer;
