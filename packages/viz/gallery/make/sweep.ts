import { task } from "@grokscape/group-datasets";
import {
  type LawConfig,
  lawConfig,
  type MeasuredRun,
  scalingLaws,
  scoreLaw,
} from "@grokscape/theory";
import { type RunConfig, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { short, writeFixture } from "./write.ts";

const orders = [13, 17, 23, 31];
const multiples = [2, 2.5, 3, 3.5, 4, 5];
const seeds = [1, 2, 3];
const width = 256;
const steps = 3000;

const critical = (order: number) => order * Math.log(order);

interface Run {
  readonly order: number;
  readonly multiple: number;
  readonly config: RunConfig;
  readonly measured: MeasuredRun;
}

async function made(order: number, multiple: number, seed: number): Promise<Run> {
  const config = runConfig({
    task: `cyclic:${order}`,
    model: { width },
    split: { count: Math.round(multiple * critical(order)) },
    seed,
    steps,
    evaluateEvery: 25,
    goal: { testAccuracy: 0.99, hold: 0 },
  });
  const run = train(config, { engine: wasmEngine() });
  let next = await run.next();
  while (!next.done) next = await run.next();
  const { metrics, memorisedAt, generalisedAt } = next.value;
  const then = metrics.find(({ step }) => step === memorisedAt);
  const square = (norms: Readonly<Record<string, number>>) =>
    Object.values(norms).reduce((sum, norm) => sum + norm ** 2, 0);
  return {
    order,
    multiple,
    config,
    measured: {
      config: lawConfig(task(config.task), config),
      grokStep: generalisedAt,
      steps,
      ...(then && { memorisation: { step: then.step, squaredNorm: square(then.weightNorms) } }),
      ...(generalisedAt !== null && { squaredNormAfter: square(metrics.at(-1)!.weightNorms) }),
    },
  };
}

/** Runs over group orders and amounts of data: a phase diagram and the scores of laws. */
export async function makeSweep(): Promise<void> {
  const runs: Run[] = [];
  for (const order of orders) {
    for (const multiple of multiples) {
      if (multiple * critical(order) > 0.95 * order ** 2) continue;
      for (const seed of seeds) runs.push(await made(order, multiple, seed));
    }
  }
  const at = (order: number, multiple: number) =>
    runs.filter((run) => run.order === order && run.multiple === multiple);
  const won = (some: readonly Run[]) => some.flatMap(({ measured }) => measured.grokStep ?? []);

  const law = (id: string) => scalingLaws.find((law) => law.id === id)!;
  const configAt = (order: number): LawConfig => {
    const of = runs.find((run) => run.order === order)!;
    return of.measured.config;
  };
  const curve = (id: string) => ({
    id,
    curve: Array.from({ length: 40 }, (_, i) => {
      const order = 12 + i * 0.55;
      const config = { ...configAt(orders[0]!), classes: order, size: order ** 2 };
      return { x: short(order), p: short(law(id).predict(config).criticalCount! / order ** 2) };
    }),
  });
  writeFixture("phase", {
    points: orders.map((x) => {
      // where all runs fail, and where all succeed: the border lies between
      const share = (multiple: number) => (multiple * critical(x)) / x ** 2;
      const known = multiples.filter((multiple) => at(x, multiple).length > 0);
      const rate = (multiple: number) => won(at(x, multiple)).length / at(x, multiple).length;
      const low = Math.max(0, ...known.filter((multiple) => rate(multiple) === 0));
      const high = Math.min(...known.filter((multiple) => rate(multiple) === 1));
      return {
        x,
        p: short((share(low) + share(high)) / 2),
        low: short(share(low)),
        high: short(share(high)),
      };
    }),
    laws: [curve("li2"), curve("collapse")],
  });

  const measured = runs.map(({ measured }) => measured);
  writeFixture("laws", {
    names: Object.fromEntries(scalingLaws.map(({ id, title }) => [id, title.en])),
    namesInChinese: Object.fromEntries(scalingLaws.map(({ id, title }) => [id, title["zh-cn"]])),
    scores: scalingLaws.map((law) => scoreLaw(law, measured)),
  });
}
