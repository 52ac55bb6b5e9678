export const by = 'import';
