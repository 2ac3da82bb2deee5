import type { Dataset } from "@grokscape/group-datasets";
import type { Moments } from "./normalise.ts";
import type { Named } from "./operations.ts";
import type { Selection } from "./selection.ts";

/** A network on a matrix library's operations. */
export interface Network<M, Input> {
  /** What the network reads of a data set; the library turns each into an `Input`. */
  selections(data: Dataset): Selection[];
  /**
   * F (n × K), what the top layer reads, without β. With complex weights n × 2K, [Re F, −Im F].
   *
   * @param by moments for batch norm, where they are not those of the inputs
   */
  features(weights: Named<M>, inputs: readonly Input[], by?: readonly Moments<M>[]): M;
  /** Logits, n × classes. */
  logits(weights: Named<M>, inputs: readonly Input[], by?: readonly Moments<M>[]): M;
  /** Mean and variance over these inputs for each layer with batch norm, first layer first. */
  moments(weights: Named<M>, inputs: readonly Input[]): readonly Moments<M>[];
}
