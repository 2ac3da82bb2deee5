import type { Problem } from "@grokscape/trainer";

/** A network without its weights, as plain data: what it reads and answers, how it is built, what it minimises. */
export type NetworkSpec = Pick<Problem, "shape" | "model" | "loss"> &
  Partial<Pick<Problem, "labelScale">>;
