import type { SettingsWords } from "./words.ts";

export const english: SettingsWords = {
  group: {
    data: "What is learnt, and what is shown",
    network: "The network",
    start: "Initial weights",
    loss: "The loss",
    optimiser: "The optimiser",
    schedule: "The learning rate over time",
    gradients: "The gradients",
    end: "When to measure and stop",
  },
  setting: {
    task: { name: "Task", says: "what to learn, such as cyclic:71" },
    "split.fraction": { name: "Share shown", says: "share of the examples that is shown" },
    "split.count": { name: "Examples shown", says: "number of examples shown, instead of a share" },
    "split.criticalMultiple": {
      name: "Multiple of M ln M shown",
      says: "n = c·M·ln M examples, M the number of answers, instead of a share",
    },
    "split.first": {
      name: "Share of the first operation shown",
      says: "of a task of two operations; the amount is then that of the second",
    },
    "split.examples": {
      name: "Just these examples",
      says: "indices of the examples shown, numbers from 0 on: 0,1,5; of a table with M columns row·M + column",
    },
    "split.stratify": {
      name: "The same share of every answer",
      says: "every answer is shown as often as any other, to within one",
    },
    "split.keepTransposesTogether": {
      name: "a·b and b·a together",
      says: "a·b and b·a are both shown or both held out",
    },
    "split.holdOut.symbols": {
      name: "Symbols never shown",
      says: "symbols that are never shown, numbers from 0 on: 3,5",
    },
    "split.holdOut.operand": {
      name: "In which place",
      says: "place from 0 on in which they are never shown; in none, if not given",
    },
    seed: { name: "Seed", says: "decides which examples are shown, and the initial weights" },

    "model.kind": {
      name: "Network",
      says: "hidden layers, or a transformer",
      choices: { mlp: "hidden layers", transformer: "transformer" },
    },
    "model.width": {
      name: "Width",
      says: "hidden nodes K of a layer; of a transformer, numbers a token",
    },
    "model.hiddenLayers": {
      name: "Further layers",
      says: "hidden layers after the first, each passes its input on beside its own (residual)",
    },
    "model.layers": { name: "Blocks", says: "blocks of attention and MLP" },
    "model.heads": {
      name: "Heads",
      says: "attention heads of a block; the width is a multiple",
      contradicts: {
        "model.width":
          "Every head takes the same share of the width: it must be a multiple of the heads.",
      },
    },
    "model.mlpWidth": { name: "Hidden nodes of a block", says: "hidden nodes of a block's MLP" },
    "model.activation": {
      name: "Activation σ",
      says: "what each hidden node does to its input",
      choices: {
        quadratic: "x²",
        relu: "ReLU",
        silu: "SiLU",
        relu2: "ReLU²",
        gelu: "GELU",
        linear: "x",
        power: "x^q",
        mixed: "a·x + b·x²",
      },
      contradicts: {
        "model.weights":
          "This activation is not defined for complex numbers: take x², x, x^q or a·x + b·x².",
      },
    },
    "model.weights": { name: "Weights", says: "complex as in the code of the paper's author" },
    "model.embedding": {
      name: "Symbols enter",
      says: "symbols as they are, or through a table that is trained",
      choices: {
        "one-hot": "one-hot",
        shared: "one-hot, the same weights for all operands",
        trainable: "one table",
        "per-operand": "a table each",
      },
    },
    "model.combine": {
      name: "Operands meet",
      says: "how the operands meet before the activation",
      choices: { sum: "added", product: "multiplied" },
    },
    "model.layerNorm": {
      name: "Layer norm",
      says: "layer norm before or after each part of a block",
      choices: { none: "none", pre: "before", post: "after" },
    },
    "model.batchNorm": {
      name: "Batch norm",
      says: "each node's input has mean 0 and variance 1",
      contradicts: {
        "model.weights": "Complex numbers have no one variance: batch norm needs real weights.",
      },
    },
    "model.bias": { name: "Bias", says: "trained numbers that are added" },
    "model.initScale": {
      name: "All weights ×",
      says: "what multiplies all weights at the start; large: the lazy regime, which memorises",
    },
    "model.topInit": {
      name: "Last layer ×",
      says: "what multiplies the last layer at the start; 0 begins with an empty one",
    },
    "model.outputScale": {
      name: "Output ×, β",
      says: "multiplies the answer, and all that flows back",
    },

    loss: {
      name: "Loss",
      says: "what the training makes small",
      choices: {
        mse: "mean squares",
        "cross-entropy": "cross-entropy",
        "cross-entropy-float32": "cross-entropy in float32",
        stablemax: "StableMax",
      },
    },
    labelScale: {
      name: "Target ×",
      says: "multiplies the target of the mean squares",
      contradicts: { loss: "Only the target of the mean squares can be scaled." },
    },
    "penalty.l1": { name: "Penalty on Σ|w|", says: "adds λ·Σ|w| to the loss" },
    "penalty.l2": { name: "Penalty on ½Σw²", says: "adds ½·λ·Σw² to the loss" },
    ridge: {
      name: "Ridge of V",
      says: "solves the last layer at every step, with this ridge",
      contradicts: {
        loss: "The last layer can be solved for the mean squares only.",
        "model.bias": "The last layer cannot be solved beside a bias.",
      },
    },

    "optimiser.kind": {
      name: "Optimiser",
      says: "how gradients become steps",
      choices: { adam: "Adam", adamw: "AdamW", muon: "Muon", sgd: "SGD" },
    },
    "optimiser.learningRate": { name: "Learning rate", says: "the size of a step" },
    "optimiser.weightDecay": {
      name: "Weight decay",
      says: "pull of the weights to 0; AdamW and Muon multiply it by the learning rate",
    },
    "optimiser.momentum": { name: "Momentum", says: "how much of past gradients is kept" },
    "optimiser.nesterov": {
      name: "Nesterov",
      says: "looks ahead along the momentum",
      contradicts: {
        "optimiser.momentum": "Nesterov looks ahead along the momentum: there is none.",
      },
    },
    "optimiser.beta1": { name: "β₁", says: "Adam's decay of the mean gradient" },
    "optimiser.beta2": { name: "β₂", says: "Adam's decay of the mean square" },
    "optimiser.epsilon": { name: "ε", says: "what Adam adds to the root of the mean square" },
    "optimiser.polar": {
      name: "Polar factor",
      says: "polar factor by Muon's five steps, or exactly",
      choices: { "newton-schulz": "5 steps", exact: "exact" },
    },
    batchSize: { name: "Batch", says: "examples an update sees" },
    normClamp: {
      name: "Norm kept at ×",
      says: "holds the norm of all weights at this multiple of its start",
    },

    "schedule.kind": {
      name: "Learning rate goes",
      says: "how the learning rate changes",
      choices: {
        constant: "on, the same",
        cosine: "to 0, a cosine",
        step: "down in stairs",
        multistep: "down at steps",
        exponential: "down, ever less",
      },
    },
    "schedule.every": { name: "Every … steps", says: "steps from one stair to the next" },
    "schedule.factor": { name: "Factor", says: "what multiplies the learning rate each time" },
    "schedule.at": { name: "At the steps", says: "steps at which it falls, such as 1000,1500" },
    "schedule.warmUp": { name: "Warm-up", says: "steps over which the learning rate rises first" },

    "gradientFilters.kind": {
      name: "Filters",
      says: "what is done to the gradients first; several with + between them",
      choices: {
        "grokfast-ema": "Grokfast: add a moving mean",
        "grokfast-ma": "Grokfast: add a window’s mean",
        orthogonal: "⊥Grad: leave out what only scales",
        clip: "Clip their norm",
      },
    },
    "gradientFilters.alpha": { name: "Decay α", says: "of the moving mean" },
    "gradientFilters.window": { name: "Window", says: "steps that the mean is taken over" },
    "gradientFilters.lambda": { name: "Strength λ", says: "what multiplies the mean" },
    "gradientFilters.norm": { name: "Norm", says: "the largest that all gradients together have" },

    steps: {
      name: "Steps at most",
      says: "updates at most",
      contradicts: {
        evaluateEvery:
          "A record has at most ten million rows: measure less often, or take fewer steps.",
      },
    },
    evaluateEvery: { name: "Measure every … steps", says: "steps between two measurements" },
    "goal.testAccuracy": {
      name: "Stop at accuracy",
      says: "share of the held-out examples that ends the run once right",
    },
    "goal.hold": { name: "and so many steps after", says: "steps for which it must stay there" },
  },
};
