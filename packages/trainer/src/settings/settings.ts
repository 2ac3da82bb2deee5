import type { SplitSpec } from "@grokscape/group-datasets";
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
import type { Group, Otherwise, Relations, Section, Setting } from "./setting.ts";

const count = whole(1);
/** A whole number from 0 on. */
const index = whole(0);
const share: NumberForm = { form: "number", above: 0, below: 1 };
const factor: NumberForm = { form: "number", above: 0, to: 1 };

/** Of a run's measurements, all of which are kept: some GB. */
const mostRows = 10_000_000;

/** @param known what others call it: the options of other tools, separated by spaces */
const row = <Of extends Form, const Else extends Otherwise & Relations>(
  group: Group,
  option: string,
  symbol: string,
  form: Of,
  otherwise: Else,
  known?: string,
): Setting<Of, Else> => ({ group, option, symbol, form, known, ...otherwise });

/** A field of networks: the models know its form, what it is where nothing is said, what it contradicts. */
function ofModel(
  group: Group,
  field: keyof typeof modelFields,
  symbol: string,
  known?: string,
): Setting {
  const { form, contradicts, ...of }: ModelField = modelFields[field];
  const option = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const placed = contradicts?.map((one) => ({ ...one, field: `model.${one.field}` }));
  return row(group, option, symbol, form, { of, contradicts: placed }, known);
}

const moments = (value: number) => ({ adam: value, adamw: value, muon: value });

/**
 * The one table of all settings of a run, by their places in its config. The types of a config, its
 * checks, the options of the command line, the form and the address of the lab, the reference and the
 * JSON Schema are made from it; its words are in `words/`.
 */
export const settings = {
  /** The task's id, such as "cyclic:71". */
  task: row(
    "data",
    "task",
    "id",
    text,
    { required: true },
    "dataset data problem group operation operator math-operator",
  ),
  split: {
    usual: { fraction: 0.4 },
    fields: {
      fraction: row(
        "data",
        "fraction",
        "p",
        share,
        { rival: "amount" },
        "frac frac-train train-frac train-fraction training-fraction train-ratio train-size train-split train-data-pct data-fraction",
      ),
      count: row(
        "data",
        "count",
        "n",
        count,
        { rival: "amount" },
        "n n-train num-train train-count samples n-samples num-samples num-examples",
      ),
      criticalMultiple: row("data", "multiple", "c", positive, { rival: "amount" }),
      first: row("data", "first", "f", factor, {}),
      examples: row(
        "data",
        "examples",
        "i,j,…",
        { form: "list", of: index, most: 2 ** 16, ascends: true },
        { rival: "amount" },
        "train-indices indices",
      ),
      stratify: row("data", "stratify", "yes|no", flag, {}, "stratified balanced"),
      keepTransposesTogether: row("data", "transposes-together", "yes|no", flag, {}),
      holdOut: {
        optional: true,
        fields: {
          symbols: row(
            "data",
            "hold-out",
            "a,b,…",
            { form: "list", of: index, most: 2 ** 16 },
            { required: true },
          ),
          operand: row("data", "hold-out-operand", "i", index, {}),
        },
      },
    },
  },
  /** Decides split, initial weights and batches (separate streams). */
  seed: row(
    "data",
    "seed",
    "s",
    { ...index, below: 2 ** 32 },
    { usual: 1 },
    "random-seed random-state rng manual-seed init-seed",
  ),
  model: {
    fields: {
      kind: row(
        "network",
        "model",
        "kind",
        choice("mlp", "transformer"),
        { usual: "mlp" },
        "net network arch architecture model-type",
      ),
      width: ofModel(
        "network",
        "width",
        "K",
        "k hidden hidden-size hidden-dim hidden-units hidden-nodes hidden-features hidden-width hidden-layer-sizes num-hidden n-hidden units neurons nodes dim d-model model-dim n-embd embed-dim embedding-dim embedding-size d-hidden",
      ),
      hiddenLayers: ofModel("network", "hiddenLayers", "n", "num-hidden-layers"),
      layers: ofModel(
        "network",
        "layers",
        "n",
        "depth n-layers n-layer num-layers n-blocks num-blocks blocks",
      ),
      heads: ofModel(
        "network",
        "heads",
        "n",
        "n-heads n-head nhead num-heads num-attention-heads attention-heads",
      ),
      mlpWidth: ofModel(
        "network",
        "mlpWidth",
        "n",
        "d-mlp mlp-dim d-ff ff-dim ffn-dim dim-feedforward intermediate-size n-inner",
      ),
      activation: ofModel(
        "network",
        "activation",
        "σ",
        "act act-fn activation-fn activation-function hidden-act nonlinearity non-linearity nonlin",
      ),
      weights: ofModel("network", "weights", "numbers"),
      embedding: ofModel("network", "embedding", "how"),
      combine: ofModel("network", "combine", "how"),
      layerNorm: ofModel(
        "network",
        "layerNorm",
        "where",
        "ln layernorm use-layer-norm norm normalization",
      ),
      batchNorm: ofModel("network", "batchNorm", "yes|no", "bn batchnorm use-batch-norm"),
      bias: ofModel("network", "bias", "yes|no", "use-bias biases"),
      initScale: ofModel(
        "start",
        "initScale",
        "α",
        "init initializer-range init-std weight-scale weight-init-scale",
      ),
      topInit: ofModel("start", "topInit", "a"),
      outputScale: ofModel("start", "outputScale", "β"),
    },
  },
  /**
   * mse: the paper's, centred over classes (arXiv 2509.21519, Sec. 2). cross-entropy: of the softmax,
   * summed in float64; cross-entropy-float32: all of it in float32, where it stops at answers that are sure.
   * stablemax: cross-entropy of StableMax, which does not saturate (Prieto et al., arXiv 2501.04697).
   */
  loss: row(
    "loss",
    "loss",
    "name",
    choice("mse", "cross-entropy", "cross-entropy-float32", "stablemax"),
    { usual: "mse" },
    "criterion objective loss-fn loss-function",
  ),
  /** Multiplies the one-hot target of mse; 1 in the paper. */
  labelScale: row("loss", "label-scale", "s", positive, {
    usual: 1,
    when: { path: "loss", is: ["mse"] },
    contradicts: [
      {
        field: "loss",
        when: (scale: number, loss: string) => scale !== 1 && loss !== "mse",
        why: "it scales the target of mse",
        wayOut: () => "take the loss mse, or labelScale 1",
      },
    ],
  }),
  /** Adds l1·Σ|w| + ½·l2·Σw² to the loss, over all weights that the optimiser moves. */
  penalty: {
    fields: {
      l1: row("loss", "l1", "λ", notNegative, { usual: 0 }, "l1-reg l1-lambda l1-penalty lasso"),
      l2: row("loss", "l2", "λ", notNegative, { usual: 0 }, "l2-reg l2-lambda"),
    },
  },
  /**
   * η of V = (FᵀF + ηI)⁻¹FᵀỸ, solved at every step for the features F = β·σ(…) of all training
   * examples and the centred target Ỹ, in place of training V (variable projection; Eq. 4 of the
   * paper, without centring F). null: V is trained like the rest. Only with mse, and no bias beside V.
   */
  ridge: row("loss", "ridge", "η", positive, {
    usual: null,
    none: "none",
    contradicts: [
      {
        field: "loss",
        when: (ridge: number | null, loss: string) => ridge !== null && loss !== "mse",
        why: "it solves V for the smallest squares",
        wayOut: () => "take the loss mse, or ridge null",
      },
      {
        field: "model.bias",
        of: "mlp",
        when: (ridge: number | null, bias: boolean) => ridge !== null && bias,
        why: "it solves V for logits without a bias",
        wayOut: () => "take model.bias false, or ridge null",
      },
    ],
  }),
  optimiser: {
    fields: {
      /**
       * sgd: stochastic gradient descent as PyTorch's, without dampening.
       *
       * adam: Kingma & Ba, arXiv 1412.6980; decay is added to the gradient (L2). adamw: Loshchilov &
       * Hutter, arXiv 1711.05101; decay is decoupled.
       *
       * muon: Jordan et al. 2024, kellerjordan.github.io/posts/muon. The hidden matrices (W and H_i;
       * attention and MLPs of a transformer) move by the polar factor of their momentum, times
       * √max(1, columns/rows), with decoupled decay. All other tensors (V, embeddings, biases) go by
       * Adam with the same learning rate and L2 decay.
       */
      kind: row(
        "optimiser",
        "optimiser",
        "name",
        choice("adam", "adamw", "sgd", "muon"),
        { usual: "adam" },
        "optimizer optim opt solver optimizer-name",
      ),
      learningRate: row(
        "optimiser",
        "learning-rate",
        "η",
        positive,
        { of: { adam: 1e-3, adamw: 1e-3, sgd: 0.05, muon: 5e-3 } },
        "lr eta step-size stepsize alpha base-lr max-lr peak-lr init-lr learning-rate-init",
      ),
      /** λ; sgd and adam add λ·w to the gradient. */
      weightDecay: row(
        "optimiser",
        "weight-decay",
        "λ",
        notNegative,
        { of: { adam: 2e-4, adamw: 0.1, sgd: 1e-4, muon: 1e-3 } },
        "wd decay lambda weight-decay-rate l2-penalty",
      ),
      /** μ: sgd has buffer ← μ·buffer + gradient, muon buffer ← μ·buffer + (1 − μ)·gradient. */
      momentum: row("optimiser", "momentum", "μ", decayRate, { of: { sgd: 0.9, muon: 0.95 } }),
      /**
       * Looks ahead. In place of the buffer sgd takes gradient + μ·buffer, muon (1 − μ)·gradient +
       * μ·buffer.
       */
      nesterov: row("optimiser", "nesterov", "yes|no", flag, {
        of: { sgd: false, muon: true },
        contradicts: [
          {
            field: "optimiser.momentum",
            of: "sgd",
            when: (nesterov: boolean, momentum: number) => nesterov && momentum === 0,
            why: "it looks ahead along the momentum",
            wayOut: () => "give a momentum, or leave nesterov out",
          },
        ],
      }),
      /** Adam's decay rate of the mean gradient. */
      beta1: row(
        "optimiser",
        "beta1",
        "β₁",
        decayRate,
        { of: moments(0.9) },
        "beta betas beta-1 adam-beta1 b1",
      ),
      /** Adam's decay rate of the mean square. */
      beta2: row(
        "optimiser",
        "beta2",
        "β₂",
        decayRate,
        { of: moments(0.999) },
        "beta-2 adam-beta2 b2",
      ),
      /** What Adam adds to the root of the mean square. */
      epsilon: row(
        "optimiser",
        "epsilon",
        "ε",
        positive,
        { of: moments(1e-8) },
        "eps adam-eps adam-epsilon",
      ),
      /** newton-schulz: Muon's own five steps, singular values land in about [0.7, 1.2]. exact: all are 1. */
      polar: row("optimiser", "polar", "how", choice("newton-schulz", "exact"), {
        of: { muon: "newton-schulz" },
      }),
    },
  },
  /**
   * Examples an update sees, drawn without replacement until every example has been seen; the last
   * batch of such a round holds what is left. null, or at least as many as there are: full batch.
   */
  batchSize: row(
    "optimiser",
    "batch",
    "n",
    count,
    { usual: null, none: "all" },
    "bs batch-size batchsize minibatch mini-batch train-batch-size per-device-train-batch-size",
  ),
  /**
   * After every update the weights that the optimiser moves are scaled, all together, to this multiple
   * of the norm they started with; null leaves the norm free (Liu et al., Omnigrok, arXiv 2210.01117;
   * Truong et al., arXiv 2606.13753).
   */
  normClamp: row("optimiser", "norm-clamp", "c", positive, { usual: null, none: "none" }),
  /** How the learning rate η changes with the step s of S in all. */
  schedule: {
    fields: {
      /**
       * step: η·factor^⌊s/every⌋. multistep: multiplied by factor at each of the steps `at`.
       * exponential: η·factor^s. cosine: η·½(1 + cos(πs/S)) (Loshchilov & Hutter, arXiv 1608.03983).
       */
      kind: row(
        "schedule",
        "schedule",
        "kind",
        choice("constant", "step", "multistep", "exponential", "cosine"),
        { usual: "constant" },
        "scheduler lr-scheduler lr-schedule lr-scheduler-type lr-decay anneal-lr",
      ),
      every: row("schedule", "schedule-every", "n", count, { of: { step: undefined } }),
      factor: row("schedule", "schedule-factor", "f", factor, {
        of: { step: 0.1, multistep: 0.1, exponential: undefined },
      }),
      /** Steps, ascending. */
      at: row(
        "schedule",
        "schedule-at",
        "s,t,…",
        { form: "list", of: count, most: 10_000, ascends: true },
        { of: { multistep: undefined } },
      ),
      /** Updates over which the rate rises linearly: (s + 1)/warmUp of the schedule's at step s; 0 for none. */
      warmUp: row(
        "schedule",
        "warm-up",
        "n",
        index,
        { of: { constant: 0, step: 0, multistep: 0, exponential: 0, cosine: 0 } },
        "warmup warmup-steps warm-up-steps num-warmup-steps warmup-iters warmup-epochs",
      ),
    },
  },
  /** What is done to the gradient before the optimiser sees it, in the order in which they act. */
  gradientFilters: {
    most: 16,
    fields: {
      /**
       * grokfast-ema: adds λ·(moving average of the gradient, decay α) (Lee et al., arXiv 2405.20233).
       * grokfast-ma: adds λ·(mean of the last `window` gradients), once there are so many (same source).
       *
       * orthogonal: ⊥Grad, each tensor's gradient without its part along the weights, at its old norm
       * (Prieto et al., arXiv 2501.04697). clip: scales all gradients together so that their norm is at
       * most `norm` (Pascanu et al., arXiv 1211.5063).
       */
      kind: row(
        "gradients",
        "filter",
        "kind",
        choice("grokfast-ema", "grokfast-ma", "orthogonal", "clip"),
        { required: true },
        "gradient-filter gradient-filters",
      ),
      alpha: row("gradients", "filter-alpha", "α", decayRate, { of: { "grokfast-ema": 0.98 } }),
      window: row("gradients", "filter-window", "n", count, { of: { "grokfast-ma": 100 } }),
      lambda: row("gradients", "filter-lambda", "λ", notNegative, {
        of: { "grokfast-ema": 2, "grokfast-ma": 5 },
      }),
      norm: row("gradients", "filter-norm", "c", positive, { of: { clip: 1 } }),
    },
  },
  /** Updates at most. */
  steps: row(
    "end",
    "steps",
    "n",
    count,
    {
      usual: 5000,
      contradicts: [
        {
          field: "evaluateEvery",
          when: (steps: number, every: number) => steps / every > mostRows,
          why: `a record has at most ${mostRows} rows`,
          wayOut: (steps: number) =>
            `take evaluateEvery ${Math.ceil(steps / mostRows)} or more, or fewer steps`,
        },
      ],
    },
    "epochs epoch n-epochs num-epochs max-epochs num-train-epochs iterations iteration iters iter n-iter max-iter max-iters num-iterations max-steps num-steps n-steps train-steps updates",
  ),
  /** A metric row every so many steps, and one at the end. */
  evaluateEvery: row(
    "end",
    "evaluate-every",
    "n",
    count,
    { usual: 10 },
    "eval-every eval-steps eval-interval eval-freq eval-frequency log-every log-interval log-freq logging-steps val-every",
  ),
  /** Stop early once the test accuracy has stayed at or above `testAccuracy` for `hold` steps; null: never. */
  goal: {
    nullable: true,
    fields: {
      testAccuracy: row(
        "end",
        "goal",
        "p",
        factor,
        { usual: 0.99, none: "none" },
        "early-stopping patience",
      ),
      hold: row("end", "hold", "n", index, { usual: 50 }),
    },
  },
} satisfies Section["fields"] & {
  readonly split: Section & {
    readonly fields: Readonly<Record<keyof SplitSpec, Setting | Section>>;
  };
  readonly model: Section & {
    readonly fields: Readonly<Record<"kind" | keyof typeof modelFields, Setting>>;
  };
};
