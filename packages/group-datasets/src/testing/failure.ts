import { InputError } from "../errors.ts";

/** What a family or one of its tasks does that it must not. */
export class ConformanceError extends Error {
  override name = "ConformanceError";
}

/** @throws ConformanceError with this message unless `holds` */
export function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new ConformanceError(message);
}

/** @throws ConformanceError unless `act` throws an InputError of one line */
export function mustRefuse(act: () => unknown, what: string): void {
  let error: unknown;
  try {
    act();
  } catch (thrown) {
    error = thrown;
  }
  must(error !== undefined, `${what} is accepted; it must be refused with an InputError`);
  must(error instanceof InputError, `${what} is refused by ${error}; it must be an InputError`);
  must(
    !/[\n\r]/.test(error.message) && error.message !== "",
    `the message for ${what} must be one line, got ${JSON.stringify(error.message)}`,
  );
}
