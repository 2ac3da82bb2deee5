import type { FittedWave } from "@grokscape/viz";

/**
 * The cosine that fits a node on a clock best, of one frequency for both operands.
 *
 * @param a weights of the symbols 0, 1, … as first operand
 * @param b likewise as second
 */
export function fittedCosine(a: Float64Array, b?: Float64Array): FittedWave {
  const order = a.length;
  const waves = Array.from({ length: Math.floor(order / 2) }, (_, i) => {
    const frequency = i + 1;
    const part = (values: Float64Array) => partOf(values, frequency);
    return { frequency, a: part(a), ...(b && { b: part(b) }) };
  });
  const power = ({ a, b = [0, 0] }: FittedWave) => a[0] ** 2 + a[1] ** 2 + b[0] ** 2 + b[1] ** 2;
  return waves.reduce((best, wave) => (power(wave) > power(best) ? wave : best));
}

/** How much cosine and how much sine of a frequency is in some values, by least squares. */
function partOf(values: Float64Array, frequency: number): readonly [number, number] {
  const order = values.length;
  // of the highest frequency of an even clock there is no sine
  const scale = (2 * frequency === order ? 1 : 2) / order;
  const along = (wave: (angle: number) => number) =>
    values.reduce((sum, value, g) => sum + value * wave((2 * Math.PI * frequency * g) / order), 0);
  return [scale * along(Math.cos), scale * along(Math.sin)];
}

/** Whether a group's elements, in their own order, are the hours of a clock. */
export const isClock = ({ order, table }: { order: number; table: Uint16Array }): boolean =>
  order > 2 &&
  Array.from({ length: order }, (_, g) => table[order + g]).every(
    (to, g) => to === (g + 1) % order,
  );
