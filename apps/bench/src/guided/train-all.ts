import { type SweptRun, sweep } from "@grokscape/trainer/node";
import { hashOf, type Outcome, type Outcomes } from "./outcomes.ts";
import { type Course, due, type Run } from "./plan.ts";

/** Trains what is due until nothing is, and keeps what came of each run as it ends. */
export async function trainAll(
  plan: readonly Course[],
  outcomes: Outcomes,
  {
    threads,
    signal,
    onOutcome,
  }: {
    readonly threads: number;
    /** Stops it; the runs that have not ended are lost. */
    readonly signal: AbortSignal;
    /** Called with each outcome, and how many more runs are under way or wait. */
    readonly onOutcome: (outcome: Outcome, left: number) => void;
  },
): Promise<void> {
  const reached = ({ config }: Run) => {
    const outcome = outcomes.of(config);
    return outcome && outcome.reachedAt !== null;
  };
  for (let runs = due(plan, reached); runs.length > 0; runs = due(plan, reached)) {
    const waiting = new Map(runs.map((run) => [hashOf(run.config), run]));
    const configs = runs.map(({ config }) => config);
    for await (const swept of sweep(configs, { threads, signal })) {
      const hash = hashOf("record" in swept ? swept.record.config : swept.failed.config);
      const { config: _, ...run } = waiting.get(hash) as Run;
      waiting.delete(hash);
      const outcome = { ...run, config: hash, ...whatCame(swept) };
      outcomes.add(outcome);
      onOutcome(outcome, waiting.size);
    }
  }
}

function whatCame(swept: SweptRun): Pick<Outcome, "engine" | "reachedAt" | "error"> {
  if ("failed" in swept) return { engine: "", reachedAt: null, error: swept.failed.error.message };
  const { engine, generalisedAt } = swept.record;
  return { engine: `${engine.name} ${engine.numericVersion}`, reachedAt: generalisedAt };
}
