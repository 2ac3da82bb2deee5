let outputIsJson = false;
let outputIsLost = false;

/** Whether standard output is kept for one JSON document, and words go to standard error. */
export function keepOutputForJson(isKept: boolean): void {
  outputIsJson = isKept;
}

/** Where words for people go: to standard output, unless it is kept for JSON or takes no more. */
export const wordStream = (): NodeJS.WriteStream =>
  outputIsJson || outputIsLost ? process.stderr : process.stdout;

/** Writes to a stream; every failure is told as its event, those too that a file throws at once. */
export function write(stream: NodeJS.WritableStream, text: string): void {
  try {
    stream.write(text);
  } catch (error) {
    stream.emit("error", error);
  }
}

/**
 * Calls back once, when standard output takes no more: who read it has gone, or a disk is full. Where
 * standard error takes no more, nobody is left to be told.
 */
export function whenOutputFails(react: (error: NodeJS.ErrnoException) => void): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (outputIsLost) return;
    outputIsLost = true;
    react(error);
  });
  process.stderr.on("error", () => {});
}
