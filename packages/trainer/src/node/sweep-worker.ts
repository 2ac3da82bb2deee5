import type { RunConfig } from "../config/config.ts";
import type { RunRecord } from "../record.ts";
import { train } from "../train.ts";
import { fastestEngine } from "./fastest-engine.ts";

/** One run of a sweep, in a thread of its own. */
export default async function trainOne(config: RunConfig): Promise<RunRecord> {
  const run = train(config, { engine: await fastestEngine(config, { threads: 1 }) });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value;
  }
}
