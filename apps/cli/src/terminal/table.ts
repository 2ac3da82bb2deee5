import { stripVTControlCharacters } from "node:util";
import { wordStream } from "./streams.ts";
import { dim } from "./style.ts";

const widthOf = (text: string) => stripVTControlCharacters(text).length;

/** A last column narrower than this is no pleasure to read: cells then stand below each other. */
const narrowest = 24;

/** How many columns there are to write in, if that is known; 100 at most, which reads well. */
function lineWidth(): number | undefined {
  const known = wordStream().columns || Number(process.env.COLUMNS);
  return known ? Math.min(known, 100) : undefined;
}

/** The same for a table, which has a width in any case. */
export const tableWidth = (): number => lineWidth() ?? 80;

/** Breaks a text into lines of at most `width` columns, at blanks; a path stays in one piece. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((word) => pieces(word, width))) {
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
 * A text as wide as the terminal; in one line where there is none.
 *
 * @param indent blanks before every line
 * @param hanging blanks before every line but the first
 */
export function paragraph(text: string, indent = 0, hanging = indent): string {
  const lines = wrap(text, (lineWidth() ?? Number.POSITIVE_INFINITY) - hanging);
  return " ".repeat(indent) + lines.join(`\n${" ".repeat(hanging)}`);
}

/** Words of a command, which a shell takes for one line however many they fill. */
export function commandLines(words: readonly string[], indent = 2): string {
  const width = (lineWidth() ?? Number.POSITIVE_INFINITY) - indent - 4;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return " ".repeat(indent) + lines.join(` \\\n${" ".repeat(indent + 2)}`);
}

/** The columns before the last one, and what is left for that. */
function layout(rows: readonly (readonly string[])[]) {
  const widths = Array.from({ length: rows[0].length - 1 }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i]))),
  );
  const before = 2 + widths.reduce((sum, width) => sum + width + 2, 0);
  return { widths, before, room: tableWidth() - before };
}

/** Whether rows have room beside each other. */
export const fits = (rows: readonly (readonly string[])[]): boolean => {
  const { room } = layout(rows);
  return room >= narrowest || room >= Math.max(...rows.map((row) => widthOf(row.at(-1) as string)));
};

/**
 * Rows in columns, indented by two; the last column is wrapped. Where the terminal is too narrow, the
 * cells of a row stand below its first, or below those without a head.
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

/** A row whose cells stand below its first, or below those without a head. */
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
