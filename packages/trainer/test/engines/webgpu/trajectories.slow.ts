import { expect, test } from "vitest";
import { isSoftwareCard, printedOnCard } from "./on-card.ts";

interface Line {
  readonly name: string;
  readonly loss: number;
  readonly weights: number;
}

test.skipIf(!isSoftwareCard)("a card follows PyTorch within 1e-4", async () => {
  const lines = await printedOnCard<Line>("trajectories.program.ts");
  const worst = (of: "loss" | "weights") => lines.reduce((a, b) => (b[of] > a[of] ? b : a));
  console.log(`${lines.length} trajectories; worst:`, worst("loss"), worst("weights"));
  expect(lines.length).toBeGreaterThan(30);
  for (const { name, loss, weights } of lines) {
    expect(loss, name).toBeLessThan(1e-4);
    expect(weights, name).toBeLessThan(1e-4);
  }
});

test.skipIf(!isSoftwareCard)(
  "each tile gives the plain product, in one part and in two",
  async () => {
    const lines = await printedOnCard<{ name: string; off: number }>("tiles.program.ts");
    expect(lines).toHaveLength(12);
    for (const { name, off } of lines) expect(off, name).toBeLessThan(1e-5);
  },
);
