import { wordStream, write } from "./streams.ts";

/** Writes a line, or a text of lines, to people. */
export function print(text = ""): void {
  write(wordStream(), `${text}\n`);
}

/** Writes a result to programs, as JSON on standard output. */
export function printJson(value: unknown): void {
  write(process.stdout, `${JSON.stringify(value, null, 2)}\n`);
}
