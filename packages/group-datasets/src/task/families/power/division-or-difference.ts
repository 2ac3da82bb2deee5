import { inverses } from "../../quotient-task.ts";
import type { Task } from "../../task.ts";
import { tupleTask } from "../../tuple-task.ts";

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
