import type { Moment } from "./moments.ts";

/** A forecast of a moment. */
export interface Forecasted {
  readonly moment: Moment;
  readonly probability: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface Scores {
  readonly runs: number;
  readonly moments: number;
  /** Mean of (probability − outcome)²; every run counts the same, here and below. */
  readonly brier: number;
  /** Standard deviation of `brier` when runs are drawn again (bootstrap, 1000 draws). */
  readonly brierError: number;
  /** The same for the share of runs that generalised among those it was fitted on. */
  readonly brierOfBaseRate: number;
  /** Share of grok steps within the 80 % interval, of runs that generalised. */
  readonly coverage: number;
  /** Standard deviation of `coverage` when tasks are drawn again: of one task the runs are alike. */
  readonly coverageError: number;
  /** Half of the medians are off by this factor or more. */
  readonly medianFactor: number;
  readonly calibration: readonly {
    readonly from: number;
    readonly to: number;
    readonly forecast: number;
    readonly observed: number;
    /** Sum of the moments' weights. */
    readonly runs: number;
  }[];
}

const bins = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];

const outcome = ({ moment }: Forecasted): number => (moment.grokkedAt === null ? 0 : 1);

function mean(all: readonly Forecasted[], of: (each: Forecasted) => number): number {
  const total = all.reduce((sum, { moment }) => sum + moment.weight, 0);
  return all.reduce((sum, each) => sum + each.moment.weight * of(each), 0) / total;
}

function deviation(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
}

/** How good forecasts were. `random` gives numbers in [0, 1). */
export function scores(all: readonly Forecasted[], baseRate: number, random: () => number): Scores {
  const squared = (each: Forecasted) => (each.probability - outcome(each)) ** 2;
  const runs = new Set(all.map(({ moment }) => moment.run));
  const perRun = Array.from(runs, (run) =>
    mean(
      all.filter(({ moment }) => moment.run === run),
      squared,
    ),
  );
  const redrawn = <Item>(items: readonly Item[], of: (drawn: readonly Item[]) => number) =>
    deviation(
      Array.from({ length: 1000 }, () =>
        of(items.map(() => items[Math.floor(random() * items.length)])),
      ),
    );
  const grokked = all.filter(({ moment }) => moment.grokkedAt !== null);
  const step = ({ moment }: Forecasted) => moment.grokkedAt as number;
  const holds = (each: Forecasted) => Number(each.low <= step(each) && step(each) <= each.high);
  const tasks = [...new Set(grokked.map(({ moment }) => moment.task))].map((task) =>
    grokked.filter(({ moment }) => moment.task === task),
  );
  const factors = grokked
    .map((each) => [Math.abs(Math.log(each.median / step(each))), each.moment.weight] as const)
    .sort(([a], [b]) => a - b);
  const half = factors.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let below = 0;
  const [middle] = factors.find(([, weight]) => {
    below += weight;
    return below >= half;
  }) as readonly [number, number];
  return {
    runs: runs.size,
    moments: all.length,
    brier: mean(all, squared),
    brierError: redrawn(perRun, (drawn) => drawn.reduce((sum, b) => sum + b, 0) / drawn.length),
    brierOfBaseRate: mean(all, (each) => (baseRate - outcome(each)) ** 2),
    coverage: mean(grokked, holds),
    coverageError: redrawn(tasks, (drawn) => mean(drawn.flat(), holds)),
    medianFactor: Math.exp(middle),
    calibration: bins.slice(1).flatMap((to, i) => {
      const from = bins[i];
      const inside = all.filter(
        ({ probability: p }) => p >= from && (p < to || (to === 1 && p === 1)),
      );
      if (inside.length === 0) return [];
      return {
        from,
        to,
        forecast: mean(inside, ({ probability }) => probability),
        observed: mean(inside, outcome),
        runs: inside.reduce((sum, { moment }) => sum + moment.weight, 0),
      };
    }),
  };
}
