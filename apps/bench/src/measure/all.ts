import { type Configuration, configurations, operationsOfStep } from "../configurations.ts";
import type { Contestant } from "../contestants/contestant.ts";
import { names } from "../contestants/names.ts";
import type { Measured } from "../measured.ts";
import { measureAllocations } from "./allocations.ts";
import { measureFirstStep } from "./first-step/first-step.ts";
import { type Growth, growths, measureGrowth } from "./growth.ts";
import { highest } from "./limits.ts";
import { type Race, race } from "./race.ts";
import { measureSweep } from "./sweep.ts";

const sizes = Object.keys(growths) as Growth["size"][];
const small = configurations[0];

/** Parts of the bench that `--only` can choose: a configuration or another measurement. */
export const parts: readonly string[] = [
  ...configurations.map(({ name }) => name),
  ...["sweep", "allocations", "first-step"],
  ...sizes,
];

/** Contestants whose cost is measured over growing sizes. */
const growing: readonly string[] = [names.plain, names.byHandInPlace];

/** @param chosen some of `parts` */
export async function measureAll(
  chosen: readonly string[],
  contestants: readonly Contestant[],
  rounds: number,
  onPart: (part: string) => void,
): Promise<Measured> {
  const asked = (part: string) => {
    if (!chosen.includes(part)) return false;
    onPart(part);
    return true;
  };
  const races: Race[] = [];
  for (const configuration of configurations) {
    if (!asked(configuration.name)) continue;
    races.push(await race(configuration, contestants, roundsFor(configuration, rounds)));
  }
  const grown: Growth[] = [];
  const sweep = asked("sweep") ? await measureSweep(small, rounds) : undefined;
  const allocations = asked("allocations") ? await measureAllocations() : undefined;
  const firstStep = asked("first-step") ? await measureFirstStep(rounds) : undefined;
  const growers = contestants.filter(({ name }) => growing.includes(name));
  for (const size of sizes) {
    if (asked(size)) grown.push(await measureGrowth(size, growers, Math.ceil(rounds / 3)));
  }
  return {
    timings: races.flatMap(({ timings }) => timings),
    absences: races.flatMap(({ absences }) => absences),
    limits: races.length > 0 ? highest(races.map(({ limits }) => limits)) : undefined,
    ...{ sweep, allocations, firstStep },
    growths: grown,
  };
}

/** Fewer where a step takes about a second. */
function roundsFor(configuration: Configuration, rounds: number): number {
  return operationsOfStep(configuration) > 1e10 ? Math.ceil(rounds / 3) : rounds;
}
