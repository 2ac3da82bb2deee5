import { InputError } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import type { AnySession } from "./engine.ts";

const remedy = "a smaller learning rate may hold";

/** A diverged run: a loss, gradient or weight is no longer a finite number. */
export class DivergedError extends InputError {
  override name = "DivergedError";
  /** Updates made when it was seen. */
  readonly step: number;
  /** The first tensor that holds such a number or, while all are finite, the one with the largest. */
  readonly tensor: string;
  /** What was seen, where: "the train loss is NaN at step 7, first in W". */
  readonly finding: string;

  /** @param kept what is left of the run, in words */
  constructor(step: number, tensor: string, finding: string, kept?: string) {
    super(`training diverged: ${finding}`, kept ? `${remedy}; ${kept}` : remedy);
    this.step = step;
    this.tensor = tensor;
    this.finding = finding;
  }
}

/**
 * The error for a number that is not finite.
 *
 * @param what it is: "the train loss"
 * @param value its value
 * @param tensors where to look for the culprit
 */
export function diverged(
  step: number,
  what: string,
  value: number,
  tensors: Tensors,
): DivergedError {
  const wrong = firstNotFinite(tensors);
  const { name, size } = largest(tensors);
  const where = wrong ? `first in ${wrong.name}` : `largest in ${name} (${size})`;
  return new DivergedError(
    step,
    wrong?.name ?? name,
    `${what} is ${value} at step ${step}, ${where}`,
  );
}

/** @throws DivergedError with the session's weights, if what was measured is no finite number */
export async function refuseNotFinite(
  what: string,
  measured: number,
  session: AnySession,
): Promise<void> {
  if (Number.isFinite(measured)) return;
  const { step, weights } = await session.snapshot();
  throw diverged(step, what, measured, weights);
}

/** The first tensor that holds a number that is not finite, and that number. */
export function firstNotFinite(
  tensors: Tensors,
): { readonly name: string; readonly value: number } | undefined {
  for (const [name, { data }] of Object.entries(tensors)) {
    if (areFinite(data)) continue;
    for (const value of data) if (!Number.isFinite(value)) return { name, value };
  }
  return undefined;
}

/** 0·x is 0 for every finite number and NaN for all others; four sums, none of which waits for another. */
function areFinite(data: Tensor["data"]): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = data.length & 3;
  for (let j = 0; j < i; j++) a += 0 * data[j];
  for (; i < data.length; i += 4) {
    a += 0 * data[i];
    b += 0 * data[i + 1];
    c += 0 * data[i + 2];
    d += 0 * data[i + 3];
  }
  return a + b + c + d === 0;
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
