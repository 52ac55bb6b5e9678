export const modern = 'an ES module';
export default modern;
