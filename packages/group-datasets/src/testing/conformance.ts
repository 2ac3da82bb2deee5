import type { AnyTaskFamily } from "../task/family.ts";
import { taskId } from "../task/family.ts";
import { task } from "../task/find-task.ts";
import { checkDeterminism, checkRanges, checkRoundTrip, checkSize } from "./examples.ts";
import { ConformanceError } from "./failure.ts";
import { checkDistribution, checkTheory } from "./labels.ts";
import { checkBadInput, checkDocumentation } from "./manners.ts";

/** One thing that a family must do. */
export interface ConformanceCheck {
  /** "determinism of cyclic:7" */
  readonly name: string;
  /** @throws ConformanceError saying what is wrong */
  run(): void;
}

export interface ConformanceOptions {
  /** Ids of members to check besides the family's own example. */
  readonly ids?: readonly string[];
  /** Where a derived family finds the tasks that it changes; the family itself is always there. */
  readonly families?: readonly AnyTaskFamily[];
}

/**
 * What any task family must do, for any test runner:
 *
 * ```ts
 * test.each(conformance(family))("$name", ({ run }) => run());
 * ```
 *
 * Documentation and citations, determinism, size, ranges, the distribution of labels, the theory where it
 * names a group, the way through an id and back, and bad input.
 */
export function conformance(
  family: AnyTaskFamily,
  { ids = [], families = [] }: ConformanceOptions = {},
): ConformanceCheck[] {
  const known = [family, ...families.filter((other) => other.id !== family.id)];
  const find = (id: string) => task(id, known);
  const members = [...new Set([taskId(family.id, [family.example]), ...ids])];
  const ofFamily = [
    { name: `documentation of ${family.id}`, run: () => checkDocumentation(family) },
    { name: `bad input to ${family.id}`, run: () => checkBadInput(family, find) },
  ];
  const ofMembers = members.flatMap((id) => [
    { name: `determinism of ${id}`, run: () => checkDeterminism(find(id), find(id)) },
    { name: `size of ${id}`, run: () => checkSize(find(id)) },
    { name: `ranges of ${id}`, run: () => checkRanges(find(id)) },
    { name: `labels of ${id}`, run: () => checkDistribution(find(id)) },
    { name: `theory of ${id}`, run: () => checkTheory(find(id)) },
    { name: `round trip of ${id}`, run: () => checkRoundTrip(find(id), find) },
  ]);
  return [...ofFamily, ...ofMembers].map(({ name, run }) => ({ name, run: () => held(name, run) }));
}

/**
 * The first thing that a family does which it must not, in one line; null if it does nothing of the kind.
 * Where it comes from is not asked.
 *
 * @param families where a derived one finds the tasks that it changes
 */
export function faultOf(family: AnyTaskFamily, families: readonly AnyTaskFamily[]): string | null {
  for (const { name, run } of conformance(family, { families })) {
    if (name.startsWith("documentation ")) continue;
    try {
      run();
    } catch (error) {
      const { message } = error as Error;
      return message.replace(/\s*\n\s*/g, " ");
    }
  }
  return null;
}

/** Whatever else a task throws where it must not is a fault of the family's as well. */
function held(name: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof ConformanceError) throw error;
    throw new ConformanceError(`${name}: ${error}`, { cause: error });
  }
}
