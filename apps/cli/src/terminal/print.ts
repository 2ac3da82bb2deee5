import { wordStream, write } from "./streams.ts";

/** Prints a text for people to read. */
export function print(text = ""): void {
  write(wordStream(), `${text}\n`);
}

/** Prints a result for programs to read: JSON on standard output. */
export function printJson(value: unknown): void {
  write(process.stdout, `${JSON.stringify(value, null, 2)}\n`);
}
