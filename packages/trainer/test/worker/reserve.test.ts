import {
  DivergedError,
  type Engine,
  type MetricRow,
  type RunRecord,
  referenceEngine,
  runConfig,
  train,
} from "@grokscape/trainer";
import { type Advance, trainingService } from "@grokscape/trainer/worker";
import { afterEach, expect, test, vi } from "vitest";

const config = {
  task: "cyclic:5",
  split: { fraction: 0.6 },
  model: { width: 8 },
  steps: 60,
  evaluateEvery: 4,
  goal: null,
} as const;

/** The reference engine, but for its name, and for what it does at a step. */
const failing = (
  at: number,
  error: () => Error,
  of: "measure" | "predict" = "measure",
): Engine => ({
  ...referenceEngine,
  name: "card",
  numericVersion: "card",
  async open(problem, start) {
    const session = await referenceEngine.open(problem, start);
    return {
      ...session,
      [of](...given: []) {
        if (session.snapshot().step >= at) throw error();
        return (session[of] as () => unknown)(...given);
      },
    };
  },
});

const lost = () => new Error("the graphics card was lost");

/** A state is kept about every ten steps: at every look at the clock a tenth of a second has passed. */
function hurry(): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 100));
}
afterEach(() => vi.restoreAllMocks());

async function toTheEnd(engine: Engine, reserve?: Engine, looking = false) {
  const service = trainingService(engine, {}, reserve);
  expect(await service.open(config)).toBe(engine.name);
  let rows: MetricRow[] = [];
  let takenOver: Advance["takenOver"];
  for (;;) {
    const answer = await service.advance(1, 0);
    if (answer.takenOver) {
      takenOver = answer.takenOver;
      rows = rows.filter(({ step }) => step < answer.takenOver!.step);
    }
    rows.push(...answer.rows);
    if (answer.record) {
      const { predictions } = await service.look([]);
      expect(answer.record.metrics).toEqual(rows);
      return { record: answer.record, takenOver, predictions };
    }
    if (looking) expect((await service.look(["weights" as never])).predictions).toHaveLength(25);
  }
}

async function alone(): Promise<RunRecord> {
  const run = train(runConfig(config), { engine: referenceEngine });
  for (;;) {
    const { value, done } = await run.next();
    if (done) return value;
  }
}

test("a run whose engine fails goes on with the reserve, from the last state kept", async () => {
  hurry();
  const { record, takenOver } = await toTheEnd(failing(31, lost), referenceEngine);
  expect(takenOver).toMatchObject({ engine: "reference", reason: "the graphics card was lost" });
  expect(takenOver!.step).toBeGreaterThan(0);
  expect(takenOver!.step).toBeLessThan(28);
  const { metrics, weightsHash, ...rest } = await alone();
  expect(record).toMatchObject({ metrics, weightsHash, engine: rest.engine, id: rest.id });
});

test("so does one that fails as it is looked at, and one that cannot begin", async () => {
  hurry();
  const { weightsHash } = await alone();
  const seen = await toTheEnd(failing(31, lost, "predict"), referenceEngine, true);
  expect(seen.record).toMatchObject({ weightsHash });
  expect(seen.predictions).toHaveLength(25);
  const never: Engine = { ...failing(0, lost), open: () => Promise.reject(lost()) };
  const { record, takenOver } = await toTheEnd(never, referenceEngine);
  expect(takenOver).toMatchObject({ engine: "reference", step: 0 });
  expect(record).toMatchObject({ weightsHash });
});

test("it fails without a reserve, or where the reserve would fail as well", async () => {
  await expect(toTheEnd(failing(31, lost))).rejects.toThrow("the graphics card was lost");
  const diverged = () => new DivergedError(31, "W", "the train loss is NaN");
  await expect(toTheEnd(failing(31, diverged), referenceEngine)).rejects.toThrow("diverged");
});
