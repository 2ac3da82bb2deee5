import { clearLine, cursorTo } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { write } from "./streams.ts";
import { paragraph } from "./table.ts";

/** A line at the bottom that is drawn anew; where there is no terminal, a plain line now and then. */
export interface LiveLine {
  /** Shows the present state; the text is only made when it is drawn. */
  show(text: () => string): void;
  /** Writes a line that stays, above the live one. */
  say(text: string): void;
  /** Leaves the last state as a line that stays. */
  end(): void;
  /** Removes the line from the terminal. */
  erase(): void;
}

const redrawEvery = 80;
const plainEvery = 10_000;

export function liveLine(stream: NodeJS.WriteStream): LiveLine {
  const interval = stream.isTTY ? redrawEvery : plainEvery;
  let drawn = Number.NEGATIVE_INFINITY;
  let latest: (() => string) | undefined;

  const clear = () => {
    if (!stream.isTTY) return;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  const draw = () => {
    if (latest === undefined) return;
    clear();
    const text = latest();
    write(stream, stream.isTTY ? cut(text, stream.columns) : `${paragraph(text, 0, 2)}\n`);
    drawn = performance.now();
  };

  return {
    show(text) {
      latest = text;
      if (performance.now() - drawn >= interval) draw();
    },
    say(text) {
      clear();
      write(stream, `${text}\n`);
      if (stream.isTTY) draw();
    },
    end() {
      draw();
      if (stream.isTTY && latest !== undefined) write(stream, "\n");
      latest = undefined;
    },
    erase() {
      clear();
      latest = undefined;
    },
  };
}

/** A text that would run over the line's end loses its last parts, then its colours. */
function cut(text: string, width = 80): string {
  let shown = text;
  while (stripVTControlCharacters(shown).length >= width && shown.includes("  ")) {
    shown = shown.slice(0, shown.lastIndexOf("  "));
  }
  const plain = stripVTControlCharacters(shown);
  return plain.length < width ? shown : plain.slice(0, width - 1);
}
