import { operandsOf, type Stretch } from "./instruction.ts";
import type { Level } from "./schedule.ts";

/** When a stretch is in use: levels, first and last included. */
interface Life {
  readonly stretch: Stretch;
  first: number;
  last: number;
}

const line = 64;

/**
 * Gives every stretch that has no place yet one from `start` on. Stretches that are in use at different
 * levels may share memory.
 *
 * @param kept stretches that are in use at every level
 * @returns the end of the memory used, in bytes
 */
export function place(levels: readonly Level[], start: number, kept: readonly Stretch[]): number {
  const lives = new Map<Stretch, Life>();
  for (const [now, level] of levels.entries()) {
    for (const { stretch } of level
      .flatMap(({ instructions }) => instructions)
      .flatMap(operandsOf)) {
      if (stretch.at !== undefined) continue;
      const life = lives.get(stretch) ?? { stretch, first: now, last: now };
      life.last = now;
      lives.set(stretch, life);
    }
  }
  for (const stretch of kept) {
    if (stretch.at === undefined) lives.set(stretch, { stretch, first: 0, last: levels.length });
  }
  const placed: Life[] = [];
  let end = start;
  for (const life of [...lives.values()].sort((a, b) => b.stretch.bytes - a.stretch.bytes)) {
    const inTheWay = placed
      .filter(({ first, last }) => first <= life.last && life.first <= last)
      .map(({ stretch }) => stretch as Required<Stretch>)
      .sort((a, b) => a.at - b.at);
    let at = start;
    for (const other of inTheWay) {
      if (at + life.stretch.bytes <= other.at) break;
      at = Math.max(at, Math.ceil((other.at + other.bytes) / line) * line);
    }
    life.stretch.at = at;
    placed.push(life);
    end = Math.max(end, at + life.stretch.bytes);
  }
  return end;
}
