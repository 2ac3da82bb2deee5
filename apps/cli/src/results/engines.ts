import type { StoreRun } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";

type Run = Pick<StoreRun, "engine">;

/** Names and versions of the engines that trained runs, ascending. */
export const enginesOf = (runs: readonly Run[]): string[] =>
  [...new Set(runs.flatMap(({ engine }) => engine ?? []))].sort();

/**
 * Refuses to take runs together that several versions of one engine trained.
 *
 * @param by columns whose values make the groups
 * @throws InputError that says how to take some, or to tell them apart
 */
export function refuseMixed(runs: readonly Run[], by: readonly string[]): void {
  if (by.includes("engine")) return;
  const engines = enginesOf(runs);
  const names = new Set(engines.map((engine) => engine.split(" ")[0]));
  if (names.size === engines.length) return;
  throw new InputError(
    `these runs are of several versions of the arithmetic: ${engines.join(", ")}`,
    `take those of one, --where "engine = ${engines.at(-1)}", or tell them apart, --by ${[...by, "engine"].join(",")}`,
  );
}
