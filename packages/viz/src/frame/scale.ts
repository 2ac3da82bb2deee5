/** How an axis spaces its values. */
export type ScaleType = "linear" | "log";

/** Where values lie in px: `domain` is laid over `range`, to a hundredth of a px. */
export function scale(
  type: ScaleType,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  if (type === "log") {
    const [first, last] = [Math.log(low), Math.log(high)];
    return (value) => hundredth(from + ((to - from) * (Math.log(value) - first)) / (last - first));
  }
  return (value) => hundredth(from + ((to - from) * (value - low)) / (high - low));
}

/** To a hundredth of a px, which every machine agrees on. */
export const hundredth = (coordinate: number): number => Math.round(coordinate * 100) / 100;

/** Middle of the pixel that holds a coordinate: where a hairline is sharp. */
export const sharp = (coordinate: number): number => Math.floor(coordinate) + 0.5;
