import { readdirSync, readFileSync } from "node:fs";
import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import {
  type Activation,
  type MlpSpec,
  type ModelSpec,
  type Tensors,
  weightLayout,
} from "@grokscape/models";
import {
  type LossName,
  type OptimiserSpec,
  type Problem,
  type Recipe,
  type RunConfigInput,
  runConfig,
} from "@grokscape/trainer";

/** What PyTorch was given and what it measured. */
interface Measured {
  train: number[][];
  test: number[][];
  init: Record<string, string>;
  final: Record<string, string>;
  log: Record<"trainLoss" | "testLoss" | "trainAccuracy" | "testAccuracy", number[]>;
}

interface RecipeCase extends Measured {
  name: string;
  config: Omit<RunConfigInput, "task" | "model"> &
    Pick<MlpSpec, "width" | "hiddenLayers" | "activation" | "embedding" | "outputScale">;
}

interface TrajectoryFile extends Measured {
  name: string;
  config: {
    order: number;
    arity: number;
    hiddenWidth: number;
    hiddenLayers: number;
    trainableEmbedding: boolean;
    activation: Activation;
    loss: LossName;
    optimizer: {
      kind: "sgd" | "adam" | "adamw" | "muon";
      lr: number;
      weightDecay: number;
      momentum?: number;
      nesterov?: boolean;
    };
    schedule: NonNullable<RunConfigInput["schedule"]> | null;
    ridge: number | null;
    steps: number;
    outputScale: number;
    topInit: number;
  };
}

export interface Trajectory {
  readonly name: string;
  readonly steps: number;
  readonly problem: Problem;
  readonly initial: Tensors;
  readonly final: Tensors;
  readonly log: Measured["log"];
}

interface NetworkFile extends Measured {
  readonly name: string;
  readonly operands: number;
  readonly order: number;
  readonly model: ModelSpec;
  readonly optimiser: OptimiserSpec;
  readonly loss: LossName;
  readonly steps: number;
}

const folder = new URL("./fixtures/trajectories/", import.meta.url);
const networks = new URL("./fixtures/networks/", import.meta.url);

/** Networks of every kind, each with an optimiser. */
export function networkTrajectories(): Trajectory[] {
  return readdirSync(networks)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const read = readFileSync(new URL(file, networks), "utf8");
      const { name, operands, order, model, optimiser, loss, steps, ...measured }: NetworkFile =
        JSON.parse(read);
      const shape: TaskShape = { operands, vocabulary: order, classes: order };
      return trajectory(
        name,
        shape,
        runConfig({ task: name, model, optimiser, loss, steps }),
        measured,
      );
    });
}

export function trajectories(): Trajectory[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))));
}

/** Everything a recipe can hold, in combinations; `about` in the file says how they were made. */
export function recipeTrajectories(): Trajectory[] {
  const file = readFileSync(new URL("./fixtures/recipes/recipes.json", import.meta.url), "utf8");
  const { cases } = JSON.parse(file) as { cases: RecipeCase[] };
  return cases.map(({ name, config, ...measured }) => {
    const { width, hiddenLayers, activation, embedding, outputScale, ...rest } = config;
    const model = { width, hiddenLayers, activation, embedding, outputScale };
    const shape: TaskShape = { operands: 2, vocabulary: 5, classes: 5 };
    return trajectory(name, shape, runConfig({ task: name, model, ...rest }), measured);
  });
}

function parse({ name, config, ...measured }: TrajectoryFile): Trajectory {
  const shape: TaskShape = {
    operands: config.arity,
    vocabulary: config.order,
    classes: config.order,
  };
  const { lr, ...optimiser } = config.optimizer;
  const recipe = runConfig({
    task: name,
    model: {
      width: config.hiddenWidth,
      hiddenLayers: config.hiddenLayers,
      embedding: config.trainableEmbedding ? "trainable" : "one-hot",
      activation: config.activation,
      outputScale: config.outputScale,
      topInit: config.topInit,
    },
    loss: config.loss,
    optimiser: { learningRate: lr, ...optimiser },
    schedule: config.schedule ?? undefined,
    ridge: config.ridge,
    steps: config.steps,
  });
  return trajectory(name, shape, recipe, measured);
}

function trajectory(
  name: string,
  shape: TaskShape,
  recipe: Recipe,
  { train, test, init, final, log }: Measured,
): Trajectory {
  const tensors = (encoded: Record<string, string>): Tensors =>
    Object.fromEntries(
      weightLayout(recipe.model, shape).map(({ name, shape }) => [
        name,
        decode(encoded[name], shape),
      ]),
    );
  return {
    name,
    steps: recipe.steps,
    problem: {
      ...recipe,
      shape,
      train: rows(train, shape.operands),
      test: rows(test, shape.operands),
    },
    initial: tensors(init),
    final: tensors(final),
    log,
  };
}

function rows(examples: number[][], arity: number): Dataset {
  return {
    count: examples.length,
    arity,
    operands: Uint16Array.from(examples.flatMap((example) => example.slice(0, arity))),
    labels: Uint16Array.from(examples, (example) => example[arity]),
  };
}

function decode(base64: string, shape: readonly number[]): Tensors[string] {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  if (bytes.length !== 4 * shape[0] * shape[1]) throw new Error(`not ${shape.join(" × ")} numbers`);
  return { shape, data: new Float32Array(bytes.buffer) };
}
