import type { CurveRecord, CurveRow } from "@grokscape/viz";

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

/** To the same number whichever engine computed it. */
const rounded = (value: number) => Number(value.toPrecision(6));

/** Noise in [-1, 1] that is the same everywhere. */
const noise = (i: number) => {
  const mixed = Math.imul(Math.imul(i + 1, 0x9e3779b1) ^ ((i + 1) << 13), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) / 2 ** 31;
};

/**
 * A run as they look: train accuracy is up by about step `memorises`, test accuracy by about step
 * `understands`, and a little noise lies on both.
 */
export function grokkingRecord({
  steps = 500,
  every = 1,
  memorises = 15,
  understands = 145,
}: {
  steps?: number;
  every?: number;
  memorises?: number;
  understands?: number;
} = {}): CurveRecord {
  const metrics: CurveRow[] = [];
  for (let step = 0; step <= steps; step += every) {
    const seen = logistic((10 * (step - 0.55 * memorises)) / memorises);
    const known = logistic((30 * (step - 0.85 * understands)) / understands);
    const shaky = (share: number, i: number) =>
      Math.min(1, Math.max(0, share + 0.02 * (1 - share) * noise(i)));
    metrics.push({
      step,
      trainAccuracy: rounded(shaky(seen, step)),
      testAccuracy: rounded(shaky(0.01 + 0.99 * known, step + 7)),
      trainLoss: rounded(
        2e-4 + 0.96 * Math.exp(-step / memorises) + 0.02 * Math.exp((-2 * step) / understands),
      ),
      testLoss: rounded(8e-4 + (1.1 + 0.05 * noise(step)) * (1 - known)),
    });
  }
  const first = (side: "trainAccuracy" | "testAccuracy") =>
    metrics.find((row) => row[side] >= 0.99)?.step ?? null;
  return {
    metrics,
    memorisedAt: first("trainAccuracy"),
    generalisedAt: first("testAccuracy"),
  };
}
