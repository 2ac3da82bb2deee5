import { fromRows, repulsion } from "@grokscape/theory";

const weightDecay = 0.5;

/** b₁₂ of two nodes whose features stand at an angle, beside a third node (Theorem 6). */
export function push(degrees: number): number {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const features = fromRows([
    [1, c, 0],
    [-1, -c, 0],
    [0, s, 0],
    [0, -s, 0],
    [0, 0, 1],
    [0, 0, -1],
  ]);
  return repulsion(features, weightDecay, [0, 1]).coefficient;
}
