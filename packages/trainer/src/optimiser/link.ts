import type { Tensor, Tensors } from "@grokscape/models";

/**
 * A link of an optimiser: it turns the update so far (the gradient, at first) into the next one,
 * in place. Links chain; what leaves the last is subtracted from the weights.
 *
 * @example a link that halves every update
 * const halve: Link = {
 *   init: () => ({}),
 *   update(updates) {
 *     for (const { data } of Object.values(updates)) for (let i = 0; i < data.length; i++) data[i] /= 2;
 *   },
 * };
 */
export interface Link {
  /**
   * Stands for the link's arithmetic in the identity of a run that it is brought along for: another
   * arithmetic needs another name, such as "lion 2".
   */
  readonly name?: string;
  /** The link's memory at step 0, in the weights' precision. Names must not clash between links. */
  init(weights: Tensors): Tensors;
  /**
   * Must depend on nothing but its arguments, or the run cannot go on from a checkpoint bit for bit.
   *
   * @param updates changed in place
   * @param state the link's memory, changed in place
   * @param weights present weights, for reading
   * @param step updates made before this one
   */
  update(updates: Tensors, state: Tensors, weights: Tensors, step: number): void;
}

/** The names by which links brought along are known in a run's record; undefined if there are none. */
export function namesOf(links: readonly Link[] | undefined): readonly string[] | undefined {
  return links?.map(({ name }) => name ?? "unnamed");
}

/** Links one after the other, as one. */
export function chain(...links: readonly Link[]): Link {
  return {
    init: (weights) => Object.assign({}, ...links.map((link) => link.init(weights))),
    update(updates, state, weights, step) {
      for (const link of links) link.update(updates, state, weights, step);
    },
  };
}

/** Zeros shaped like the weights, named "<name>/<weight>". */
export function zerosLike(weights: Tensors, name: string): Tensors {
  const zeros: Record<string, Tensor> = {};
  for (const [key, { shape, data }] of Object.entries(weights)) {
    const Values = data.constructor as Float32ArrayConstructor | Float64ArrayConstructor;
    zeros[`${name}/${key}`] = { shape, data: new Values(data.length) };
  }
  return zeros;
}
