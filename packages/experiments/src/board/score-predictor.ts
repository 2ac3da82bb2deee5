import { median } from "../results/statistics.ts";

/** What predictors said of one run at some moments before it came, or ended. Plain JSON. */
export interface ForetoldRun {
  readonly variant: string;
  readonly seed: number;
  readonly weightsHash: string;
  /** The step at which it reached 99 %; null if it never did. */
  readonly cameAt: number | null;
  /** Updates made. */
  readonly steps: number;
  readonly moments: readonly number[];
  /** At each moment, by the predictor's id. */
  readonly said: Readonly<Record<string, readonly number[]>>;
}

/** How well a predictor foretold runs. Plain JSON. */
export interface PredictorScore {
  readonly id: string;
  readonly runs: number;
  /** Mean of (probability − outcome)² over a run's moments, then over runs: 0 is perfect, a half each time 0.25. */
  readonly brier: number;
  /** Of how many runs it was sure at a moment (at most 10 %, or 90 % and more), and how often rightly the first time. */
  readonly sure: number;
  readonly right: number;
  /** Steps from the first time that it rightly was sure until the run came: the median; null if there are none. */
  readonly lead: number | null;
  /** Were each run ended once it is given 10 % or less: the share of all steps saved, and how many runs lost that came. */
  readonly saved: number;
  readonly lost: number;
}

const doubt = 0.1;

/** @throws InputError if there are no runs */
export function scorePredictor(id: string, runs: readonly ForetoldRun[]): PredictorScore {
  const known = runs.filter(({ moments }) => moments.length > 0);
  const squares = known.map(({ said, cameAt }) => {
    const errors = said[id].map((p) => (p - (cameAt === null ? 0 : 1)) ** 2);
    return errors.reduce((a, b) => a + b) / errors.length;
  });
  const calls = known.flatMap(({ said, cameAt, moments }) => {
    const first = said[id].findIndex((p) => p <= doubt || p >= 1 - doubt);
    if (first === -1) return [];
    return [{ isRight: said[id][first] > 0.5 === (cameAt !== null), cameAt, at: moments[first] }];
  });
  const leads = calls.flatMap(({ isRight, cameAt, at }) =>
    isRight && cameAt !== null ? [cameAt - at] : [],
  );
  const ended = runs.flatMap(({ said, moments, steps, cameAt }) => {
    const at = moments[said[id].findIndex((p) => p <= doubt)];
    return at === undefined ? [] : [{ saved: steps - at, isLost: cameAt !== null }];
  });
  const all = runs.reduce((sum, { steps }) => sum + steps, 0);
  return {
    id,
    runs: known.length,
    brier: squares.reduce((a, b) => a + b, 0) / known.length,
    sure: calls.length,
    right: calls.filter(({ isRight }) => isRight).length,
    lead: leads.length === 0 ? null : median(leads),
    saved: ended.reduce((sum, { saved }) => sum + saved, 0) / all,
    lost: ended.filter(({ isLost }) => isLost).length,
  };
}
