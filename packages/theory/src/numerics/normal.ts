import { type Purpose, randomStream, uniform } from "@grokscape/group-datasets";

type Stream = ReturnType<typeof randomStream>;

/** A random vector whose entries are all but standard normal: sums of 12 uniform numbers. */
export function normalVector(stream: Stream, length: number): Float64Array {
  return Float64Array.from({ length }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform(stream);
    return sum;
  });
}

/** Such vectors, one after another, from a seed. */
export function normalVectors(seed: number, purpose: Purpose = "monte-carlo") {
  const stream = randomStream(seed, purpose);
  return (length: number): Float64Array => normalVector(stream, length);
}
