import { stripVTControlCharacters } from "node:util";
import { wordStream } from "./streams.ts";
import { dim } from "./style.ts";

const widthOf = (text: string) => stripVTControlCharacters(text).length;

/** Where the last column would be narrower than this, cells are stacked below each other instead. */
const narrowest = 24;

/** Width of the terminal in characters, at most 100; undefined if it is not known. */
function lineWidth(): number | undefined {
  const known = wordStream().columns || Number(process.env.COLUMNS);
  return known ? Math.min(known, 100) : undefined;
}

/** `lineWidth`, or 80 if it is not known. */
export const tableWidth = (): number => lineWidth() ?? 80;

/** Breaks a text into lines of at most `width` columns, at blanks; a path stays in one piece. */
function wrap(text: string, width: number): string[] {
  return inLines(
    text.split(" ").flatMap((word) => pieces(word, width)),
    width,
  );
}

/** Puts as many words on each line as fit. */
function inLines(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + 1 + widthOf(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function pieces(word: string, width: number): string[] {
  const canBreak = width > 0 && widthOf(word) === word.length && !word.includes("/");
  if (!canBreak || word.length <= width) return [word];
  return [word.slice(0, width), ...pieces(word.slice(width), width)];
}

/**
 * A text wrapped to the terminal's width; not wrapped if that is not known.
 *
 * @param indent blanks before every line
 * @param hanging blanks before every line but the first
 */
export function paragraph(text: string, indent = 0, hanging = indent): string {
  const lines = wrap(text, (lineWidth() ?? Number.POSITIVE_INFINITY) - hanging);
  return " ".repeat(indent) + lines.join(`\n${" ".repeat(hanging)}`);
}

/** A command wrapped to the terminal's width, with a backslash at each line's end: it can be pasted as it is. */
export function commandLines(words: readonly string[], indent = 2): string {
  const width = (lineWidth() ?? Number.POSITIVE_INFINITY) - indent - 4;
  return " ".repeat(indent) + inLines(words, width).join(` \\\n${" ".repeat(indent + 2)}`);
}

/** Widths of all columns but the last, where the last begins, and how wide it can be. */
function layout(rows: readonly (readonly string[])[]) {
  const widths = Array.from({ length: rows[0].length - 1 }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i]))),
  );
  const before = 2 + widths.reduce((sum, width) => sum + width + 2, 0);
  return { widths, before, room: tableWidth() - before };
}

/** Whether the terminal is wide enough for these rows as columns. */
export const fits = (rows: readonly (readonly string[])[]): boolean => {
  const { room } = layout(rows);
  return room >= narrowest || room >= Math.max(...rows.map((row) => widthOf(row.at(-1) as string)));
};

/**
 * Rows as aligned columns, indented by two; the last column is wrapped. Where the terminal is too narrow,
 * each row is `stacked`.
 */
export function columns(rows: readonly (readonly string[])[], head?: readonly string[]): string {
  const all = head ? [head.map(dim), ...rows] : rows;
  if (!fits(all)) return rows.map((row) => stacked(row, head)).join("\n");
  const { widths, before, room } = layout(all);
  return all
    .map((row) => {
      const cells = widths.map((width, i) => row[i] + " ".repeat(width - widthOf(row[i]) + 2));
      const last = wrap(row[widths.length], room).join(`\n${" ".repeat(before)}`);
      return `  ${cells.join("")}${last}`.trimEnd();
    })
    .join("\n");
}

/** A row with its cells below each other: below the first, or with heads below the cells that have none. */
export function stacked(row: readonly string[], head?: readonly string[]): string {
  const isName = (i: number) => (head ? head[i] === "" : i === 0);
  const name = row
    .filter((_, i) => isName(i))
    .join(" ")
    .trim();
  const below = row
    .map((cell, i) => (head && cell !== "" ? `${head[i]}: ${cell}` : cell))
    .filter((cell, i) => !isName(i) && cell !== "");
  const lines = (text: string, indent: number) =>
    wrap(text, tableWidth() - indent).map((line) => " ".repeat(indent) + line);
  return [...lines(name, 2), ...below.flatMap((cell) => lines(cell, 4))].join("\n");
}
