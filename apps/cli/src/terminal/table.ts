import { stripVTControlCharacters } from "node:util";

const widthOf = (text: string) => stripVTControlCharacters(text).length;

/** How many columns there are to write in; 100 at most, which is as wide as text reads well. */
const lineWidth = (): number => Math.min(process.stdout.columns || 80, 100);

/** Breaks a text into lines of at most `width` columns, at blanks. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + 1 + widthOf(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Rows in columns, indented by two; the last column is wrapped. */
export function columns(rows: readonly (readonly string[])[]): string {
  const fixed = rows[0].length - 1;
  const widths = Array.from({ length: fixed }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i]))),
  );
  const before = 2 + widths.reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(24, lineWidth() - before);
  return rows
    .map((row) => {
      const cells = widths.map((width, i) => row[i] + " ".repeat(width - widthOf(row[i]) + 2));
      return `  ${cells.join("")}${wrap(row[fixed], room).join(`\n${" ".repeat(before)}`)}`;
    })
    .join("\n");
}
