const store = require('requests').requests.getStore();
exports.store = () => store;
