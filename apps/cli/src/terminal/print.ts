/** Writes a line, or a text of lines, to standard output. */
export function print(text = ""): void {
  process.stdout.write(`${text}\n`);
}
