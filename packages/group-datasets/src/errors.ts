/**
 * What a caller gave cannot be used. Every error that a user of the packages can cause is of this
 * type, or of a subclass with more detail; anything else thrown is a fault of ours.
 */
export class InputError extends Error {
  override name = "InputError";
  /** What would be right, or where to look: one sentence. */
  readonly hint: string | undefined;

  /**
   * @param message what was wrong, and the value seen
   * @param hint what would be right
   */
  constructor(message: string, hint?: string) {
    super(hint ? `${message}; ${hint}` : message);
    this.hint = hint;
  }
}
