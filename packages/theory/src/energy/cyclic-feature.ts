import { InputError, seen } from "@grokscape/group-datasets";
import { list, mustBe, number, whole } from "@grokscape/group-datasets/forms";

/**
 * A feature of Z_M (Corollary 2, corrected: errata 1 and 3): a(m) ∝ cos(2πkm/M + α) and
 * b(m) ∝ cos(2πkm/M + β) with independent phases, of energy M/4; for even M and k = M/2 the
 * alternating (−1)^m in both halves, of energy M/2, whose phases only choose signs.
 *
 * @param order M, at least 2
 * @param frequency k from 1 to M/2
 * @param phases α and β
 * @returns w = [a; b] of norm 1
 */
export function cyclicFeature(
  order: number,
  frequency: number,
  phases: readonly [number, number] = [0, 0],
): Float64Array {
  mustBe("order", whole(2, 2 ** 20), order);
  mustBe("phases", list(number), phases);
  const [first, second] = phases;
  if (!(Number.isInteger(frequency) && frequency >= 1 && frequency <= order / 2)) {
    throw new InputError(
      `Z_${order} has no feature of frequency ${seen(frequency)}`,
      `they are 1 … ${Math.floor(order / 2)}`,
    );
  }
  const alternating = 2 * frequency === order;
  const wave = (m: number, phase: number) => {
    const angle = (2 * Math.PI * ((frequency * m) % order)) / order;
    if (!alternating) return Math.cos(angle + phase) / Math.sqrt(order);
    return (Math.cos(phase) < 0 ? -1 : 1) * (m % 2 === 0 ? 1 : -1) * Math.sqrt(1 / (2 * order));
  };
  return Float64Array.from({ length: 2 * order }, (_, i) =>
    i < order ? wave(i, first) : wave(i - order, second),
  );
}
