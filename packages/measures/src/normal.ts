import { randomStream, uniform } from "@grokscape/group-datasets";
import { portableLog } from "@grokscape/models";

/**
 * Standard normal numbers from a seed's "monte-carlo" stream, by Marsaglia's polar method: the same
 * bits on every machine.
 *
 * @throws InputError if the seed is no whole number in [0, 2³²)
 */
export function normalNumbers(seed: number): () => number {
  const stream = randomStream(seed, "monte-carlo");
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform(stream) - 1;
      const y = 2 * uniform(stream) - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * portableLog(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
}
