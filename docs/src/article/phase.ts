import type { Claim } from "@grokscape/experiments";
import { isAbelian, task as taskById } from "@grokscape/group-datasets";
import type { PhasePoint, PhaseTrial, PhaseUnit } from "@grokscape/viz";

/** The units to choose from; the first is shown at first. */
export const units: readonly PhaseUnit[] = ["share", "criticalMultiple", "perSymbol"];

const rounded = (value: number) => Number(value.toPrecision(5));

/** A trial for each group and amount of data of the claim: discs for groups that commute, squares for others. */
export const trialsOf = ({ variants }: Claim): PhaseTrial[] =>
  variants.map(({ changes, outcomes }) => {
    const task = changes.task as string;
    const multiple = changes.split?.criticalMultiple as number;
    const { classes, size, group } = taskById(task);
    return {
      x: classes,
      p: rounded(Math.floor(multiple * classes * Math.log(classes)) / size),
      runs: outcomes.length,
      generalised: outcomes.filter(({ generalisedAt }) => generalisedAt !== null).length,
      mark: group && isAbelian(group) ? "disc" : "square",
    };
  });

/** For each order of a commuting group, the shares between which some but not all runs understood. */
export function bordersOf(trials: readonly PhaseTrial[]): PhasePoint[] {
  const discs = trials.filter(({ mark }) => mark === "disc");
  return [...new Set(discs.map(({ x }) => x))].flatMap((order) => {
    const tried = discs.filter(({ x }) => x === order);
    const shares = (of: (trial: PhaseTrial) => boolean) => tried.filter(of).map(({ p }) => p);
    const high = Math.min(...shares(({ runs, generalised }) => generalised === runs));
    const low = Math.max(0, ...shares(({ p, generalised }) => generalised === 0 && p < high));
    return high <= 1 ? [{ x: order, p: (low + high) / 2, low, high }] : [];
  });
}
