import {
  choice,
  decayRate,
  type Form,
  flag,
  type ModelField,
  modelFields,
  type NumberForm,
  notNegative,
  positive,
  text,
  whole,
} from "@grokscape/models";
import type { Path } from "./config-path.ts";
import type { Group, Setting } from "./setting.ts";

const count = whole(1);
/** A whole number from 0 on. */
const index = whole(0);
const share: NumberForm = { form: "number", above: 0, below: 1 };
const factor: NumberForm = { form: "number", above: 0, to: 1 };

type Further = Omit<Setting, "group" | "option" | "symbol" | "form">;

const row = (
  group: Group,
  option: string,
  symbol: string,
  form: Form,
  further: Further = {},
): Setting => ({ group, option, symbol, form, ...further });

/** A field of networks: the models know its form, and what it is where nothing is said. */
function ofModel(
  group: Group,
  field: keyof typeof modelFields,
  option: string,
  symbol: string,
  known?: string,
): Setting {
  const { form, ...of }: ModelField = modelFields[field];
  return row(group, option, symbol, form, { of, known });
}

const moments = (value: number) => ({ adam: value, adamw: value, muon: value });

/**
 * The one table of all settings of a run, by their places in its config. Types and checks, the options
 * of the command line, the form and the address of the lab, the reference and the JSON Schema are
 * made from it; its words are in `words/`.
 */
export const settingAt: Readonly<Record<Path, Setting>> = {
  task: row("data", "task", "id", text, {
    required: true,
    known: "dataset data problem group operation operator math-operator",
  }),
  "split.fraction": row("data", "fraction", "p", share, {
    rival: "amount",
    known:
      "frac frac-train train-frac train-fraction training-fraction train-ratio train-size train-split train-data-pct data-fraction",
  }),
  "split.count": row("data", "count", "n", count, {
    rival: "amount",
    known: "n n-train num-train train-count samples n-samples num-samples examples num-examples",
  }),
  "split.criticalMultiple": row("data", "multiple", "c", positive, { rival: "amount" }),
  "split.stratify": row("data", "stratify", "yes|no", flag, { known: "stratified balanced" }),
  "split.keepTransposesTogether": row("data", "transposes-together", "yes|no", flag),
  "split.holdOut.symbols": row(
    "data",
    "hold-out",
    "a,b,…",
    { form: "list", of: index, most: 2 ** 16 },
    { required: true },
  ),
  "split.holdOut.operand": row("data", "hold-out-operand", "i", index),
  seed: row(
    "data",
    "seed",
    "s",
    { ...index, below: 2 ** 32 },
    {
      usual: 1,
      known: "random-seed random-state rng manual-seed init-seed",
    },
  ),

  "model.kind": row("network", "model", "kind", choice("mlp", "transformer"), {
    usual: "mlp",
    known: "net network arch architecture model-type",
  }),
  "model.width": ofModel(
    "network",
    "width",
    "width",
    "K",
    "k hidden hidden-size hidden-dim hidden-units hidden-nodes hidden-features hidden-width hidden-layer-sizes num-hidden n-hidden units neurons nodes dim d-model model-dim n-embd embed-dim embedding-dim embedding-size d-hidden",
  ),
  "model.hiddenLayers": ofModel(
    "network",
    "hiddenLayers",
    "hidden-layers",
    "n",
    "num-hidden-layers",
  ),
  "model.layers": ofModel(
    "network",
    "layers",
    "layers",
    "n",
    "depth n-layers n-layer num-layers n-blocks num-blocks blocks",
  ),
  "model.heads": ofModel(
    "network",
    "heads",
    "heads",
    "n",
    "n-heads n-head nhead num-heads num-attention-heads attention-heads",
  ),
  "model.mlpWidth": ofModel(
    "network",
    "mlpWidth",
    "mlp-width",
    "n",
    "d-mlp mlp-dim d-ff ff-dim ffn-dim dim-feedforward intermediate-size n-inner",
  ),
  "model.activation": ofModel(
    "network",
    "activation",
    "activation",
    "σ",
    "act act-fn activation-fn activation-function hidden-act nonlinearity non-linearity nonlin",
  ),
  "model.weights": ofModel("network", "weights", "weights", "numbers"),
  "model.embedding": ofModel("network", "embedding", "embedding", "how"),
  "model.combine": ofModel("network", "combine", "combine", "how"),
  "model.layerNorm": ofModel(
    "network",
    "layerNorm",
    "layer-norm",
    "where",
    "ln layernorm use-layer-norm norm normalization",
  ),
  "model.batchNorm": ofModel(
    "network",
    "batchNorm",
    "batch-norm",
    "yes|no",
    "bn batchnorm use-batch-norm",
  ),
  "model.bias": ofModel("network", "bias", "bias", "yes|no", "use-bias biases"),
  "model.initScale": ofModel(
    "start",
    "initScale",
    "init-scale",
    "α",
    "init initializer-range init-std weight-scale weight-init-scale",
  ),
  "model.topInit": ofModel("start", "topInit", "top-init", "a"),
  "model.outputScale": ofModel("start", "outputScale", "output-scale", "β"),

  loss: row("loss", "loss", "name", choice("mse", "cross-entropy", "stablemax"), {
    usual: "mse",
    known: "criterion objective loss-fn loss-function",
  }),
  labelScale: row("loss", "label-scale", "s", positive, {
    usual: 1,
    when: { path: "loss", is: ["mse"] },
  }),
  "penalty.l1": row("loss", "l1", "λ", notNegative, {
    usual: 0,
    known: "l1-reg l1-lambda l1-penalty lasso",
  }),
  "penalty.l2": row("loss", "l2", "λ", notNegative, { usual: 0, known: "l2-reg l2-lambda" }),
  ridge: row("loss", "ridge", "η", positive, { usual: null, none: "none" }),

  "optimiser.kind": row("optimiser", "optimiser", "name", choice("adam", "adamw", "sgd", "muon"), {
    usual: "adam",
    known: "optimizer optim opt solver optimizer-name",
  }),
  "optimiser.learningRate": row("optimiser", "learning-rate", "η", positive, {
    of: { adam: 1e-3, adamw: 1e-3, sgd: 0.05, muon: 5e-3 },
    known: "lr eta step-size stepsize alpha base-lr max-lr peak-lr init-lr learning-rate-init",
  }),
  "optimiser.weightDecay": row("optimiser", "weight-decay", "λ", notNegative, {
    of: { adam: 2e-4, adamw: 0.1, sgd: 1e-4, muon: 1e-3 },
    known: "wd decay lambda weight-decay-rate l2-penalty",
  }),
  "optimiser.momentum": row("optimiser", "momentum", "μ", decayRate, {
    of: { sgd: 0.9, muon: 0.95 },
  }),
  "optimiser.nesterov": row("optimiser", "nesterov", "yes|no", flag, {
    of: { sgd: false, muon: true },
  }),
  "optimiser.beta1": row("optimiser", "beta1", "β₁", decayRate, {
    of: moments(0.9),
    known: "beta betas beta-1 adam-beta1 b1",
  }),
  "optimiser.beta2": row("optimiser", "beta2", "β₂", decayRate, {
    of: moments(0.999),
    known: "beta-2 adam-beta2 b2",
  }),
  "optimiser.epsilon": row("optimiser", "epsilon", "ε", positive, {
    of: moments(1e-8),
    known: "eps adam-eps adam-epsilon",
  }),
  "optimiser.polar": row("optimiser", "polar", "how", choice("newton-schulz", "exact"), {
    of: { muon: "newton-schulz" },
  }),
  batchSize: row("optimiser", "batch", "n", count, {
    usual: null,
    none: "all",
    known:
      "bs batch-size batchsize minibatch mini-batch train-batch-size per-device-train-batch-size",
  }),
  normClamp: row("optimiser", "norm-clamp", "c", positive, { usual: null, none: "none" }),

  "schedule.kind": row(
    "schedule",
    "schedule",
    "kind",
    choice("constant", "step", "multistep", "exponential", "cosine"),
    {
      usual: "constant",
      known: "scheduler lr-scheduler lr-schedule lr-scheduler-type lr-decay anneal-lr",
    },
  ),
  "schedule.every": row("schedule", "schedule-every", "n", count, { of: { step: undefined } }),
  "schedule.factor": row("schedule", "schedule-factor", "f", factor, {
    of: { step: 0.1, multistep: 0.1, exponential: undefined },
  }),
  "schedule.at": row(
    "schedule",
    "schedule-at",
    "s,t,…",
    { form: "list", of: count, most: 10_000, ascends: true },
    { of: { multistep: undefined } },
  ),
  "schedule.warmUp": row("schedule", "warm-up", "n", index, {
    of: { constant: 0, step: 0, multistep: 0, exponential: 0, cosine: 0 },
    known: "warmup warmup-steps warm-up-steps num-warmup-steps warmup-iters warmup-epochs",
  }),

  "gradientFilters.kind": row(
    "gradients",
    "filter",
    "kind",
    choice("grokfast-ema", "grokfast-ma", "orthogonal", "clip"),
    { required: true, known: "gradient-filter gradient-filters" },
  ),
  "gradientFilters.alpha": row("gradients", "filter-alpha", "α", decayRate, {
    of: { "grokfast-ema": 0.98 },
  }),
  "gradientFilters.window": row("gradients", "filter-window", "n", count, {
    of: { "grokfast-ma": 100 },
  }),
  "gradientFilters.lambda": row("gradients", "filter-lambda", "λ", notNegative, {
    of: { "grokfast-ema": 2, "grokfast-ma": 5 },
  }),
  "gradientFilters.norm": row("gradients", "filter-norm", "c", positive, { of: { clip: 1 } }),

  steps: row("end", "steps", "n", count, {
    usual: 5000,
    known:
      "epochs epoch n-epochs num-epochs max-epochs num-train-epochs iterations iteration iters iter n-iter max-iter max-iters num-iterations max-steps num-steps n-steps train-steps updates",
  }),
  evaluateEvery: row("end", "evaluate-every", "n", count, {
    usual: 10,
    known:
      "eval-every eval-steps eval-interval eval-freq eval-frequency log-every log-interval log-freq logging-steps val-every",
  }),
  "goal.testAccuracy": row("end", "goal", "p", factor, {
    usual: 0.99,
    none: "none",
    known: "early-stopping patience",
  }),
  "goal.hold": row("end", "hold", "n", index, { usual: 50 }),
};

export const paths = Object.keys(settingAt) as Path[];
