import { makeTask, type Task } from "./task.ts";

/** x/y modulo a prime p, for 0 ≤ x < p and 0 < y < p. Example x·(p − 1) + y − 1 is (x, y). */
export function quotientTask(id: string, p: number): Task {
  const inverse = inverses(p);
  return makeTask({
    id,
    title: `x/y mod ${p}`,
    operands: 2,
    vocabulary: p,
    classes: p,
    size: p * (p - 1),
    read(index, into, at) {
      const x = Math.floor(index / (p - 1));
      const y = (index % (p - 1)) + 1;
      into[at] = x;
      into[at + 1] = y;
      return (x * inverse[y]) % p;
    },
    symbol: String,
    answer: String,
  });
}

/** y ↦ 1/y modulo a prime p: p = ⌊p/y⌋·y + p mod y, so that −⌊p/y⌋/(p mod y) = 1/y. */
export function inverses(p: number): Uint16Array {
  const inverse = new Uint16Array(p);
  inverse[1] = 1;
  for (let y = 2; y < p; y++) inverse[y] = ((p - Math.floor(p / y)) * inverse[p % y]) % p;
  return inverse;
}
