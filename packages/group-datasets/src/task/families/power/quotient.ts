import { makeTask, type Task } from "../../task.ts";
import { tupleTask } from "../../tuple-task.ts";

/** x/y modulo a prime p, for 0 ≤ x < p and 0 < y < p. Example x·(p − 1) + y − 1 is (x, y). */
export function quotient(id: string, p: number): Task {
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

/** x/y modulo a prime p if y is odd, x − y if it is even. */
export function divisionOrDifference(id: string, p: number): Task {
  const inverse = inverses(p);
  return tupleTask({
    id,
    title: `x/y mod ${p} if y is odd, x−y if it is even`,
    operands: 2,
    vocabulary: p,
    classes: p,
    label: ([x, y]) => (y % 2 === 1 ? (x * inverse[y]) % p : (x - y + p) % p),
  });
}

/** y ↦ 1/y modulo p */
function inverses(p: number): Uint16Array {
  const inverse = new Uint16Array(p);
  for (let y = 1; y < p; y++) {
    for (let z = 1; z < p; z++) if ((y * z) % p === 1) inverse[y] = z;
  }
  return inverse;
}
