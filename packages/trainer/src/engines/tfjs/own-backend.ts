/** A wasm backend of our own, one thread, with our kernels. */
export interface OwnBackend {
  /** Whether it is there still: `tf.engine().reset()` disposes of every backend. */
  isAlive(): boolean;
  /**
   * Does `work` on it.
   *
   * @throws InputError if it is there no more, or if another backend is just being started
   */
  run<Result>(work: () => Result): Result;
}
