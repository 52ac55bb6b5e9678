exports.at = performance.now();
