let state;
exports.set = (value) => void (state = value);
exports.get = () => state;
