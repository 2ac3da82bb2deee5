import type { Task } from "@grokscape/group-datasets";
import { knownLaws } from "../laws/added-laws.ts";
import { lawConfig } from "../laws/law-config.ts";
import type { PredictableConfig, PredictedByLaw } from "./prediction.ts";

/** What every law says of a run before any fit; laws that say nothing are left out. */
export function predictByLaws(task: Task, config: PredictableConfig): PredictedByLaw[] {
  const facts = lawConfig(task, config);
  return knownLaws().flatMap((law) => {
    const { criticalCount, grokStep } = law.predict(facts);
    const told = [criticalCount, grokStep].map((value) =>
      value !== null && Number.isFinite(value) ? value : null,
    );
    if (told[0] === null && told[1] === null) return [];
    return [{ law: law.id, criticalCount: told[0], grokStep: told[1] }];
  });
}
