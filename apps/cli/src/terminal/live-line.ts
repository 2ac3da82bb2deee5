import { clearLine, cursorTo } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { write } from "./streams.ts";
import { paragraph } from "./table.ts";

/** A status line at the bottom of a terminal, redrawn in place; elsewhere a plain line every 10 s. */
export interface LiveLine {
  /** Sets the status. `text` is only called when the line is redrawn. */
  show(text: () => string): void;
  /** Prints a permanent line above the status line. */
  say(text: string): void;
  /** Prints the last status as a permanent line, and stops. */
  end(): void;
  /** Removes the status line, and stops. */
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

/** Shortens a text to less than `width` characters: parts after double blanks go first, then the colours. */
function cut(text: string, width = 80): string {
  let shown = text;
  while (stripVTControlCharacters(shown).length >= width && shown.includes("  ")) {
    shown = shown.slice(0, shown.lastIndexOf("  "));
  }
  const plain = stripVTControlCharacters(shown);
  return plain.length < width ? shown : plain.slice(0, width - 1);
}
