exports.requests = new (require('async_hooks').AsyncLocalStorage)();
exports.requests.getStore();
