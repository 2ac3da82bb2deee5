import type { Tensors } from "@grokscape/models";
import type { SetUp } from "./set-up.ts";

/** A network in training, for what is read off it where it is trained. */
export interface NetworkInTraining {
  readonly setUp: SetUp;
  /** A copy of the present ones. */
  readonly weights: Tensors;
}

/** Reads something off a network: plain data, as it is sent between threads or kept in a file. */
export type Reader<Reading = unknown> = (network: NetworkInTraining) => Reading | Promise<Reading>;
