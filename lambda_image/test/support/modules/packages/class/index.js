module.exports = class Shape {
  #x = 1;
  static #y = 2;
  x() {
    return this.#x + Shape.#y;
  }
};
