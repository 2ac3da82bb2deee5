import { fromRows, type RealMatrix } from "@grokscape/theory";

/** Features of two nodes at an angle, in degrees, and of a third at a right angle to both: 6 × 3. */
export function twoNodes(degrees: number): RealMatrix {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return fromRows([
    [1, c, 0],
    [-1, -c, 0],
    [0, s, 0],
    [0, -s, 0],
    [0, 0, 1],
    [0, 0, -1],
  ]);
}
