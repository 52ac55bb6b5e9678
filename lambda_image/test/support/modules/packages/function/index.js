module.exports = function called(x) {
  return x + 1;
};
module.exports.more = 2;
