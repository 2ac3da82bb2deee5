import { InputError, seen } from "@grokscape/group-datasets";
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

/**
 * The names by which links brought along are known in a run's record; undefined if there are none.
 *
 * @throws InputError for a name that is no text
 */
export function namesOf(links: readonly Link[] | undefined): readonly string[] | undefined {
  return links?.map(({ name = "unnamed" }) => {
    if (typeof name === "string") return name;
    throw new InputError(`a link's name must be a text, got ${seen(name)}`);
  });
}

/**
 * Links one after the other, as one.
 *
 * @throws InputError (from `init`) if two of them keep something by the same name
 */
export function chain(...links: readonly Link[]): Link {
  return {
    init: (weights) => together(links.map((link) => link.init(weights))),
    update(updates, state, weights, step) {
      for (const link of links) link.update(updates, state, weights, step);
    },
  };
}

/** What links keep, as one; each may change what it keeps, so that no two may keep the same. */
export function together(kept: readonly Tensors[]): Tensors {
  const all = new Map<string, Tensor>();
  for (const [name, tensor] of kept.flatMap((one) => Object.entries(one))) {
    if (all.has(name)) {
      throw new InputError(
        `two links keep a tensor ${seen(name)}`,
        "let each keep what it remembers by a name of its own",
      );
    }
    all.set(name, tensor);
  }
  return Object.fromEntries(all);
}

/**
 * Zeros shaped like the weights, in their precision, named "<name>/<weight>".
 *
 * @param copies how many of each, along a first axis of their own; if left out, one without that axis
 */
export function zerosLike(weights: Tensors, name: string, copies?: number): Tensors {
  const zeros: Record<string, Tensor> = {};
  for (const [key, { shape, data }] of Object.entries(weights)) {
    const Values = data.constructor as Float32ArrayConstructor | Float64ArrayConstructor;
    zeros[`${name}/${key}`] = {
      shape: copies === undefined ? shape : [copies, ...shape],
      data: new Values((copies ?? 1) * data.length),
    };
  }
  return zeros;
}
