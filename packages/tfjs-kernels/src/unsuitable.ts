/** TensorFlow.js is not as we know it, or cannot be helped: the reason. */
export class Unsuitable extends Error {
  override name = "Unsuitable";
}
