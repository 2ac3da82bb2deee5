import type { Variant } from "../../experiment.ts";
import type { Statement } from "../../statement.ts";
import { sooner } from "../comparisons.ts";

const percent = (share: number) => `p = ${Math.round(100 * share)} %`;

/** Of Figures 14 to 17. */
export const withV = (share: number, topInit: number) => `${percent(share)}, V(0) × ${topInit}`;
export const startsOf = (width: number, shares: readonly number[], others = {}): Variant[] =>
  shares.flatMap((fraction) =>
    [1, 0].map((topInit) => ({
      name: withV(fraction, topInit),
      changes: { split: { fraction }, model: { ...others, width, topInit } },
    })),
  );
export const zeroIsSooner = (shares: readonly number[]): Statement => ({
  says: {
    en: "From V(0) = 0 it understands sooner, at every share of the table.",
    "zh-cn": "从 V(0) = 0 开始，无论给看多少，都更早悟出规律。",
  },
  holds: shares.map((share) => sooner(withV(share, 0), withV(share, 1))),
});
