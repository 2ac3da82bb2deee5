import type { Polynomial } from "../expression/polynomial.ts";
import type { Task } from "./task.ts";
import { tupleTask } from "./tuple-task.ts";

/** The values of a polynomial modulo n; its variables are the operands. */
export function polynomialTask(
  id: string,
  n: number,
  { source, variables, evaluate }: Polynomial,
): Task {
  return tupleTask({
    id,
    title: `${source} mod ${n}`,
    operands: variables.length,
    vocabulary: n,
    classes: n,
    label: (values) => evaluate(values, n),
  });
}
