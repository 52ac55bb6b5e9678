exports.by = 'require';
