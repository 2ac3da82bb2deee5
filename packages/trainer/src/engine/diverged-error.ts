import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";

/** A diverged run: a loss, gradient or weight is no longer a finite number. */
export class DivergedError extends InputError {
  override name = "DivergedError";
  /** Updates made when it was seen. */
  readonly step: number;
  /** The first tensor that holds such a number or, while all are finite, the one with the largest. */
  readonly tensor: string;

  /**
   * @param what is no finite number: "the train loss"
   * @param value what it is instead
   * @param tensors where to look for the culprit
   */
  constructor(step: number, what: string, value: number, tensors: Tensors) {
    const culprit = firstNotFinite(tensors);
    const { name, size } = largest(tensors);
    const where = culprit ? `first in ${culprit.name}` : `largest in ${name} (${size})`;
    super(
      `training diverged: ${what} is ${value} at step ${step}, ${where}`,
      "a smaller learning rate may hold",
    );
    this.step = step;
    this.tensor = culprit?.name ?? name;
  }
}

/** The first tensor that holds a number that is not finite, and that number. */
export function firstNotFinite(
  tensors: Tensors,
): { readonly name: string; readonly value: number } | undefined {
  for (const [name, { data }] of Object.entries(tensors)) {
    for (let i = 0; i < data.length; i++) {
      if (!Number.isFinite(data[i])) return { name, value: data[i] };
    }
  }
  return undefined;
}

function largest(tensors: Tensors): { readonly name: string; readonly size: number } {
  let found = { name: "none", size: 0 };
  for (const [name, { data }] of Object.entries(tensors)) {
    for (let i = 0; i < data.length; i++) {
      if (Math.abs(data[i]) > found.size) found = { name, size: Math.abs(data[i]) };
    }
  }
  return found;
}
