import type { Dataset } from "@grokscape/group-datasets";
import type { Selection } from "@grokscape/models/network";
import { slice } from "../batches.ts";

/** Some of the examples of a data set, and the place of the first of them there. */
export interface Chunk {
  readonly chunk: Dataset;
  readonly first: number;
}

const parts = new WeakMap<Dataset, { size: number; chunks: readonly Chunk[] }>();

/** Data in parts of so many examples; the same objects at every call, as what is shown to a card is known by its data. */
export function chunksOf(data: Dataset, size: number): readonly Chunk[] {
  const before = parts.get(data);
  if (before?.size === size) return before.chunks;
  const chunks: Chunk[] = [];
  for (let first = 0; first < data.count; first += size) {
    const count = Math.min(size, data.count - first);
    chunks.push({ chunk: count === data.count ? data : slice(data, first, first + count), first });
  }
  parts.set(data, { size, chunks });
  return chunks;
}

/**
 * The rows that each example picks and, where that is all the examples there is room for, for each row of the
 * table where its list of examples begins, and these lists.
 */
export function picksOf({ indices, perExample, tableRows }: Selection, room: number): Uint32Array {
  if (indices.length !== room * perExample) return indices;
  const words = new Uint32Array(2 * indices.length + tableRows + 1);
  words.set(indices);
  const starts = words.subarray(indices.length, indices.length + tableRows + 1);
  for (const row of indices) starts[row + 1]++;
  for (let row = 0; row < tableRows; row++) starts[row + 1] += starts[row];
  const next = starts.slice();
  const lists = words.subarray(indices.length + tableRows + 1);
  for (const [i, row] of indices.entries()) lists[next[row]++] = Math.floor(i / perExample);
  return words;
}
