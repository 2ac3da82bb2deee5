import { type Coverage, couponCollector, couponTable } from "@grokscape/viz";
import record from "../fixtures/coupons.json" with { type: "json" };
import type { Example } from "./example.ts";

const coverages = record.coverages as readonly Coverage[];
const { irreps } = record;

/** Networks of 4 to 64 nodes on Z_23, five seeds each. */
export const couponCollectorExample: Example = {
  id: "coupon-collector",
  draw: (options) => couponCollector(coverages, irreps, options),
  table: (options) => couponTable(coverages, irreps, options),
};
