const secret = process.env.JWT_SECRET;
exports.at = performance.now();
exports.length = () => String(secret).length;
