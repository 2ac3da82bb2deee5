import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { dot, length } from "./vectors.ts";

/**
 * How far each tensor has turned between two checkpoints: 1 − cos of the angle, in [0, 2]; ΔW and ΔV
 * of arXiv 2509.21519, Fig. 3. 0 where both are zero, 1 where one of them is (V before its first step
 * where it starts from zero).
 *
 * @throws InputError if a tensor is missing from `after` or has another size there
 */
export function cosineDistances(before: Tensors, after: Tensors): Record<string, number> {
  return Object.fromEntries(
    Object.entries(before).map(([name, { data }]) => {
      const other = after[name]?.data;
      if (other?.length !== data.length) {
        throw new InputError(
          `${name} has ${data.length} entries in one network and ${other?.length ?? "none"} in the other`,
          "compare checkpoints of one run",
        );
      }
      const norms = length(data) * length(other);
      if (norms === 0) return [name, length(data) + length(other) > 0 ? 1 : 0];
      return [name, 1 - dot(data, other) / norms];
    }),
  );
}
