import { type RunConfig, type Session, setUp } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { median } from "../statistics.ts";

/** What a turn takes at least, in ms of processor time. */
const turn = 100;

/**
 * Processor time of one step (ms, one thread, no evaluation) of each config: the median over rounds
 * in each of which all have a turn, so that whatever else the machine does meets all alike.
 */
export async function timeSteps(
  configs: readonly RunConfig[],
  rounds: number,
): Promise<readonly number[]> {
  const times = configs.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, config] of configs.entries()) times[i].push(await timeOf(config));
  }
  return times.map(median);
}

async function timeOf(config: RunConfig): Promise<number> {
  const session = await open(config);
  try {
    step(session);
    const begin = process.cpuUsage();
    for (let steps = 1; ; steps++) {
      step(session);
      const { user, system } = process.cpuUsage(begin);
      const passed = (user + system) / 1000;
      if (passed >= turn) return passed / steps;
    }
  } finally {
    session.dispose();
  }
}

function step(session: Session): void {
  session.measure("batch");
  session.update();
}

async function open(config: RunConfig): Promise<Session> {
  const { problem, start } = setUp(config);
  const engine = await fastestEngine(config, { threads: 1 });
  return engine.open(problem, start());
}
