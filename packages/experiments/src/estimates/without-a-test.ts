import { wilsonInterval } from "@grokscape/theory";
import { type AlongName, alongReadings } from "../along.ts";
import type { Claim } from "../outcome.ts";
import { median, medianInterval } from "../results/statistics.ts";
import { type Estimated, nothing } from "./estimated.ts";

/** By what a run may be told; "examples", n/(M ln M), is known before it begins. */
export type TellerName = AlongName | "examples";

/** A run that is known to have understood, or to have done nothing but memorise. */
interface KnownRun {
  /** The step at which 99 % of what was held out was right. */
  readonly understoodAt: number | null;
  /** Whether thresholds are fitted to it: it has an odd seed. */
  readonly isFitted: boolean;
  /** Since it memorised. */
  readonly steps: readonly number[];
  readonly read: Readonly<Partial<Record<TellerName, readonly number[]>>>;
}

type Runs = Pick<Claim, "variants">;

/** Of runs that were on their way at the end nobody can say which they are. */
const onItsWay = 0.5;

/** Those that are known to be one thing or the other. */
const knownRuns = ({ variants }: Runs): KnownRun[] =>
  variants.flatMap(({ changes, outcomes }) =>
    outcomes.flatMap(({ along, memorisedAt, generalisedAt, testAccuracy = 0, seed }) => {
      if (!along || memorisedAt == null) return [];
      if (generalisedAt === null && testAccuracy >= onItsWay) return [];
      const { step, ...columns } = along;
      const from = step.findIndex((at) => at >= memorisedAt);
      if (from === -1) return [];
      const steps = step.slice(from);
      const count = changes.split?.criticalMultiple;
      return [
        {
          understoodAt: generalisedAt,
          isFitted: seed % 2 === 1,
          steps,
          read: {
            ...Object.fromEntries(
              Object.entries(columns).map(([name, values = []]) => [name, values.slice(from)]),
            ),
            ...(count !== undefined && { examples: steps.map(() => count) }),
          },
        },
      ];
    }),
  );

type Side = "above" | "below";

/** Says that a run has understood once a reading is beyond a threshold, which half of the runs have drawn. */
export interface Teller {
  readonly by: TellerName;
  readonly side: Side;
  readonly threshold: number;
  /** Of the runs that it was fitted to. */
  readonly fitted: { readonly right: number; readonly of: number };
  /** Of the others. */
  readonly told: { readonly right: number; readonly of: number };
  /** Steps by which it says so before 99 % of what is held out is right, of those it is right about. */
  readonly lead: Estimated;
}

const isRight = (run: KnownRun, calledAt: number | null) =>
  (calledAt !== null) === (run.understoodAt !== null);

/** The first step at which the reading is beyond the threshold. */
function calledAt(run: KnownRun, by: TellerName, side: Side, threshold: number): number | null {
  const at = run.read[by]?.findIndex((value) =>
    side === "above" ? value > threshold : value < threshold,
  );
  return at === undefined || at === -1 ? null : run.steps[at];
}

/** The threshold that is right about most of the runs; of equals, in the widest gap. */
function fit(by: TellerName, runs: readonly KnownRun[]) {
  const candidates = (["below", "above"] as const).flatMap((side) => {
    const farthest = runs
      .map(({ read }) => (side === "above" ? Math.max : Math.min)(...(read[by] ?? [])))
      .sort((a, b) => a - b);
    return farthest.slice(1).map((upper, i) => {
      const threshold = (farthest[i] + upper) / 2;
      const right = runs.filter((run) => isRight(run, calledAt(run, by, side, threshold))).length;
      return { by, side, threshold, right, gap: upper / (farthest[i] || upper) };
    });
  });
  return candidates.toSorted((a, b) => b.right - a.right || b.gap - a.gap)[0];
}

/** Fits a threshold to the known runs of odd seeds, and asks it about those of even seeds; null if there are too few. */
export function tellerBy(claim: Runs, by: TellerName): Teller | null {
  const runs = knownRuns(claim).filter(({ read }) => read[by]);
  const [fitted, others] = [true, false].map((is) => runs.filter((run) => run.isFitted === is));
  if (fitted.length < 2 || others.length === 0) return null;
  const { side, threshold, right } = fit(by, fitted);
  const calls = others.map((run) => ({ run, at: calledAt(run, by, side, threshold) }));
  const rightly = calls.filter(({ run, at }) => isRight(run, at));
  const leads = rightly.flatMap(({ run: { understoodAt }, at }) =>
    understoodAt === null || at === null ? [] : [understoodAt - at],
  );
  return {
    ...{ by, side, threshold },
    fitted: { right, of: fitted.length },
    told: { right: rightly.length, of: others.length },
    lead: { value: median(leads), ...medianInterval(leads) },
  };
}

/** A teller for every reading of the experiment, those by the bare number of examples last. */
export function tellers(claim: Runs): Teller[] {
  const names = [...Object.keys(alongReadings), "examples"] as TellerName[];
  return names.flatMap((name) => tellerBy(claim, name) ?? []);
}

/** The one that was right about most of the runs it was fitted to, and needs the network; the first of equals. */
export const bestTeller = (claim: Runs): Teller | null =>
  tellers(claim)
    .filter(({ by }) => by !== "examples")
    .toSorted((a, b) => b.fitted.right - a.fitted.right)[0] ?? null;

const share = (right: number, of: number): Estimated =>
  of === 0 ? nothing : { value: right / of, ...wilsonInterval(right, of) };

/** Of the runs that a threshold was not fitted to, the share that it is right about. */
export const shareTold = (teller: Teller | null): Estimated =>
  teller ? share(teller.told.right, teller.told.of) : nothing;

/**
 * The share of the runs, of those that understood or of the others, whose message is half as long as when they
 * had memorised: once they understand; at their end.
 */
export function shareShortened(claim: Runs, understood: boolean): Estimated {
  const runs = knownRuns(claim).filter((run) => (run.understoodAt !== null) === understood);
  const isShortened = ({ steps, read: { bits = [] }, understoodAt }: KnownRun) => {
    const then = understoodAt === null ? -1 : steps.findIndex((step) => step >= understoodAt);
    return (bits.at(then) ?? Number.NaN) <= bits[0] / 2;
  };
  return share(runs.filter(isShortened).length, runs.length);
}
