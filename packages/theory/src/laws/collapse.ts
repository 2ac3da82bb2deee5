import { mustBe, number, record } from "@grokscape/group-datasets/forms";
import { leastSquares } from "./least-squares.ts";
import {
  checkedLaw,
  coupons,
  generalised,
  type MeasuredRun,
  type ScalingLaw,
} from "./scaling-law.ts";

interface CollapseConstants {
  /** c₀, below which no run generalises. */
  readonly border: number;
  /** Steps at c = c₀ + 1. */
  readonly time: number;
  readonly exponent: number;
}

/**
 * What we measured for Z_17, Z_23 and Z_31 (K = 512, x², Adam, lr 1e-3, decay 2e-4): the time depends
 * on c = n/(M·ln M) alone, T = A·(c − c₀)^(−γ), and slows down at the border c₀.
 */
export function collapseLaw(
  constants: CollapseConstants = { border: 2.16, time: 1583, exponent: 1.048 },
): ScalingLaw {
  mustBe("constants", record({ border: number, time: number, exponent: number }), constants);
  const { border, time, exponent } = constants;
  return checkedLaw({
    id: "collapse",
    title: { en: "collapse onto c = n/(M·ln M)", "zh-cn": "塌缩到 c = n/(M·ln M)" },
    says: {
      en: "the time depends on c = n/(M·ln M) alone, A·(c − c₀)^(−γ), and no run generalises below c₀",
      "zh-cn": "时间只取决于 c = n/(M·ln M)，为 A·(c − c₀)^(−γ)；c 低于 c₀ 时不泛化",
    },
    citation: { title: "Grokscape's own measurements", reference: "arXiv:2509.21519" },
    constants: { ...constants },
    predict({ classes, count }) {
      const c = count / coupons(classes);
      return {
        criticalCount: border * coupons(classes),
        grokStep: c > border ? time * (c - border) ** -exponent : null,
      };
    },
    fit(runs) {
      const fitted = fitCollapse(runs);
      return fitted ? collapseLaw(fitted) : this;
    },
  });
}

/**
 * For each border below all runs that generalised, the line through the logs; the best of these, where
 * a run that did not generalise counts as an error as far as its steps exceed the time foretold.
 */
function fitCollapse(runs: readonly MeasuredRun[]): CollapseConstants | null {
  const multiple = ({ config }: MeasuredRun) => config.count / coupons(config.classes);
  const won = generalised(runs);
  const lost = runs.filter(({ grokStep }) => grokStep === null);
  const lowest = Math.min(...won.map(multiple));
  const logs = won.map(({ grokStep }) => Math.log(grokStep));
  let best: (CollapseConstants & { error: number }) | null = null;
  for (let i = 0; i < 200 && won.length >= 3; i++) {
    const border = (lowest * i) / 200;
    const distance = (run: MeasuredRun) => Math.log(multiple(run) - border);
    const line = leastSquares([won.map(distance), won.map(() => 1)], logs);
    if (!line) return null;
    const foretold = (run: MeasuredRun) => line[0] * distance(run) + line[1];
    let error = 0;
    for (const [k, run] of won.entries()) error += (logs[k] - foretold(run)) ** 2;
    for (const run of lost) {
      if (multiple(run) > border) {
        error += Math.max(0, Math.log(run.steps) - foretold(run)) ** 2;
      }
    }
    if (!best || error < best.error) {
      best = { border, time: Math.exp(line[1]), exponent: -line[0], error };
    }
  }
  return best && { border: best.border, time: best.time, exponent: best.exponent };
}
