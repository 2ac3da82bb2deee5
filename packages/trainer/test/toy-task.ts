import type { Task } from "@grokscape/group-datasets";

/** (a + b) mod M, written out here so that these tests need no other package's arithmetic. */
export function additionTask(M: number): Task {
  return {
    id: `toy-addition:${M}`,
    title: `a + b mod ${M}`,
    operands: 2,
    vocabulary: M,
    classes: M,
    size: M * M,
    example: (index) => ({
      operands: [Math.floor(index / M), index % M],
      label: (Math.floor(index / M) + (index % M)) % M,
    }),
  };
}
