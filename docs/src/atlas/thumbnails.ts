import { crc32, deflateSync } from "node:zlib";
import { hueColour, type ThemeName } from "@grokscape/viz";
import { sortedByPowers, sortedTable } from "./cosets.ts";
import { type Entry, entries, groupOf } from "./names.ts";

/** Where a group's small Cayley table stands on the sheet of all of them, a pixel a cell. */
interface Thumbnail {
  readonly x: number;
  readonly y: number;
  /** How large a cell is to be shown, in px. */
  readonly cell: number;
}

/** Of a small table, about, in px. */
const side = 64;
const largest = 72;

/** A row of the sheet for each order, the groups of that order side by side. */
export const sheet = layOut(entries());

function layOut(all: readonly Entry[]) {
  const places = new Map<string, Thumbnail>();
  let [y, width] = [0, 0];
  for (const order of new Set(all.map(({ order }) => order))) {
    const near = Math.round(side / order);
    const cell = near * order <= largest ? near : Math.floor(side / order);
    const row = all.filter((entry) => entry.order === order);
    for (const [i, { slug }] of row.entries()) places.set(slug, { x: i * order, y, cell });
    width = Math.max(width, row.length * order);
    y += order;
  }
  return { width, height: y, places };
}

/** The sheet as a PNG: each product in the hue that the group's own page gives it. */
export function sheetImage(theme: ThemeName): Uint8Array<ArrayBuffer> {
  const { width, height, places } = sheet;
  // a filter byte, which is 0, begins each line
  const lines = new Uint8Array(height * (1 + 3 * width));
  for (const entry of entries()) {
    const { x, y } = places.get(entry.slug)!;
    const { order } = entry;
    const group = groupOf(entry);
    const table = sortedTable(group, sortedByPowers(group));
    const colours = Array.from({ length: order }, (_, place) =>
      Buffer.from(hueColour({ place, of: order }, theme).slice(1), "hex"),
    );
    for (const [i, product] of table.entries()) {
      const [row, column] = [y + Math.floor(i / order), x + (i % order)];
      lines.set(colours[product]!, row * (1 + 3 * width) + 1 + 3 * column);
    }
  }
  return png(width, height, lines);
}

/** @param lines 8-bit RGB, each line after the byte of its filter */
function png(width: number, height: number, lines: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // bits of a sample, RGB
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(lines, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
