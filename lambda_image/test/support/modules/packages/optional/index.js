if (process.env.DOUBLE_TRACE) globalThis.traced = process.env.DOUBLE_TRACE;
exports.late = () => globalThis.traced ?? null;
