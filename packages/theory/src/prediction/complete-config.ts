import {
  type Form,
  finite,
  list,
  mustBe,
  notNegative,
  optional,
  orNull,
  positive,
  record,
  text,
  trueOrFalse,
  whole,
} from "../input/form.ts";
import type { CompleteConfig, PredictableConfig } from "./prediction.ts";

/**
 * What a run has where its config does not say, the same as `runConfig` of @grokscape/trainer fills
 * in: those of the paper's Figure 3, with a smaller width.
 */
const defaults = { split: { fraction: 0.4 }, loss: "mse", labelScale: 1 };

const scales = { outputScale: 1, topInit: 1 };
const plain = {
  hiddenLayers: 0,
  weights: "real",
  batchNorm: false,
  embedding: "one-hot",
  combine: "sum",
};

const modelDefaults: Readonly<Record<string, object>> = {
  mlp: { width: 512, activation: "quadratic", bias: false, ...plain, ...scales },
  transformer: { width: 128, activation: "relu", bias: true, ...plain, ...scales },
};

const optimiserDefaults: Readonly<Record<string, object>> = {
  adam: { learningRate: 1e-3, weightDecay: 2e-4 },
  adamw: { learningRate: 1e-3, weightDecay: 0.1 },
  sgd: { learningRate: 0.05, weightDecay: 1e-4 },
  muon: { learningRate: 5e-3, weightDecay: 1e-3 },
};

const form: Form = record({
  model: record({
    kind: text,
    width: whole(1),
    activation: text,
    outputScale: positive,
    topInit: notNegative,
    hiddenLayers: whole(0),
    weights: text,
    bias: trueOrFalse,
    batchNorm: trueOrFalse,
    embedding: text,
    combine: text,
  }),
  loss: text,
  optimiser: record({ kind: text, learningRate: positive, weightDecay: finite }),
  schedule: record({ kind: text, warmUp: whole(0) }),
  batchSize: orNull(whole(1)),
  gradientFilters: list(record({})),
  ridge: orNull(positive),
  normClamp: orNull(positive),
  penalty: record({ l1: notNegative, l2: notNegative }),
  labelScale: positive,
});

const parts = record({
  model: optional(record({ kind: optional(text) })),
  optimiser: optional(record({ kind: optional(text) })),
  schedule: optional(record({})),
  penalty: optional(record({})),
});

/**
 * A config with all that a prediction reads; a field that is undefined counts as not given.
 *
 * @throws InputError naming a field that is not as it must be
 */
export function completeConfig(config: PredictableConfig): CompleteConfig {
  mustBe("config", parts, config);
  const { model, optimiser, schedule, penalty, ...rest } = given(config);
  const [network, method] = [
    { kind: "mlp", ...given(model) },
    { kind: "adam", ...given(optimiser) },
  ];
  const complete = {
    ...defaults,
    batchSize: null,
    gradientFilters: [],
    ridge: null,
    normClamp: null,
    ...rest,
    model: { ...of(modelDefaults, network.kind), ...network },
    optimiser: { ...of(optimiserDefaults, method.kind), ...method },
    schedule: { kind: "constant", warmUp: 0, ...given(schedule) },
    penalty: { l1: 0, l2: 0, ...given(penalty) },
  };
  mustBe("config", form, complete);
  return complete as CompleteConfig;
}

const of = (table: Readonly<Record<string, object>>, kind: string): object =>
  Object.hasOwn(table, kind) ? table[kind] : {};

const given = <Fields extends object>(fields: Fields = {} as Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
