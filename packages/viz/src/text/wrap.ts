import { textWidth } from "./width.ts";

/** Breaks a text into lines of at most `width` px, at spaces and between Chinese characters. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(pieces) ?? []) {
    if (line && textWidth(line + piece.trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/**
 * What must stay together: a Chinese character, or a word; each with the closing punctuation and the
 * space behind it and an opening bracket before it.
 */
const pieces =
  /\uff08?(?:[\u3040-\u9fff]|[^ \u3000-\u9fff\uff01-\uffef]+)[\u3000-\u303f\uff09-\uffef]* *| +|./g;
