let outputIsJson = false;
let outputIsLost = false;

/** With `--json`, standard output carries one JSON document only, and text for people goes to standard error. */
export function keepOutputForJson(isKept: boolean): void {
  outputIsJson = isKept;
}

/** Where text for people goes: standard output, or standard error while `--json` is on or standard output is closed. */
export const wordStream = (): NodeJS.WriteStream =>
  outputIsJson || outputIsLost ? process.stderr : process.stdout;

/** Writes to a stream. A failure always becomes its "error" event, even where the stream throws at once, as files do. */
export function write(stream: NodeJS.WritableStream, text: string | Uint8Array): void {
  try {
    stream.write(text);
  } catch (error) {
    stream.emit("error", error);
  }
}

/**
 * Calls back once, when writing to standard output first fails: its reader has gone, or the disk is full.
 * A failure of standard error is ignored, as there is nowhere left to report it.
 */
export function whenOutputFails(react: (error: NodeJS.ErrnoException) => void): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (outputIsLost) return;
    outputIsLost = true;
    react(error);
  });
  process.stderr.on("error", () => {});
}
