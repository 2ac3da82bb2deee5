import { repulsion } from "@grokscape/theory";
import { twoNodes } from "../theorems/two-nodes.ts";

const weightDecay = 0.5;

/** b₁₂ of two nodes whose features stand at an angle, beside a third node (Theorem 6). */
export const push = (degrees: number): number =>
  repulsion(twoNodes(degrees), weightDecay, [0, 1]).coefficient;

/** What a push does, and how it is written. */
export function pushWords(push: number) {
  const sign = Math.abs(push) < 1e-9 ? "none" : push < 0 ? "apart" : "together";
  return {
    sign,
    written: push
      .toFixed(3)
      .replace(/^-(?=0\.000$)/, "")
      .replace("-", "−"),
  } as const;
}
