import { randomStream, uniform } from "@grokscape/group-datasets";

/** A random vector whose entries are all but standard normal: sums of 12 uniform numbers. */
export function normalVector(
  stream: ReturnType<typeof randomStream>,
  length: number,
): Float64Array {
  return Float64Array.from({ length }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform(stream);
    return sum;
  });
}

/** Makes such vectors, one after another, from a seed. */
export function normalVectors(seed: number): (length: number) => Float64Array {
  const stream = randomStream(seed, "monte-carlo");
  return (length) => normalVector(stream, length);
}
