/** The laboratory's names of settings before they were called by their places in a config. */
const before = {
  shown: "60",
  stratify: "0",
  transposes: "0",
  holdOut: "",
  place: "0",
  kind: "mlp",
  activation: "quadratic",
  power: "3",
  linearPart: "1",
  squarePart: "1",
  bias: "0",
  width: "256",
  layers: "0",
  weights: "real",
  embedding: "one-hot",
  combine: "sum",
  batchNorm: "0",
  blocks: "1",
  dimension: "128",
  heads: "4",
  hidden: "512",
  layerNorm: "none",
  top: "1",
  init: "1",
  scale: "1",
  l1: "0",
  l2: "0",
  optimiser: "adam",
  rate: "0.003",
  decay: "0.0002",
  momentum: "0.9",
  nesterov: "0",
  beta1: "0.9",
  beta2: "0.999",
  epsilon: "1e-8",
  polar: "newton-schulz",
  batch: "0",
  clamp: "0",
  schedule: "constant",
  warmUp: "0",
  every: "500",
  at: "1000,1500",
  factor: "0.5",
  grokfast: "none",
  alpha: "0.98",
  window: "100",
  lambda: "2",
  orthogonal: "0",
  clip: "0",
  goal: "0.99",
  hold: "50",
  look: "0",
};

type Old = typeof before;

/** Names that mean the same before and now. */
const same = ["task", "loss", "labelScale", "ridge", "steps", "seed"] as const;

export const isOldAddress = (given: URLSearchParams): boolean =>
  [...given.keys()].some((name) => Object.hasOwn(before, name.replace(/^b\./, "")));

/** An address of before as one of now, which says all that was understood then. */
export function oldAddress(given: URLSearchParams): URLSearchParams {
  const first = { ...before, ...withPrefix(given, "") };
  const pairs = pairsOf(first, withPrefix(given, ""));
  if (!given.has("compare")) return new URLSearchParams(pairs);
  const other = withPrefix(given, "b.");
  const second = pairsOf({ ...first, ...other }, other);
  return new URLSearchParams([
    ...pairs,
    ...second.map(([name, text]) => [`b.${name}`, text]),
    ["compare", "1"],
  ]);
}

const withPrefix = (given: URLSearchParams, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...Object.keys(before), ...same].flatMap((name) => {
      const text = given.get(prefix + name);
      return text === null ? [] : [[name, text]];
    }),
  );

const yesOrNo = (text: string) => (text === "1" ? "yes" : "no");
/** 0 stood for none. */
const unless0 = (text: string, none: string) => (Number(text) === 0 ? none : text);

function pairsOf(old: Old, given: Readonly<Record<string, string>>): string[][] {
  const isTransformer = old.kind === "transformer";
  const pairs: Readonly<Record<string, string>> = {
    ...Object.fromEntries(same.flatMap((name) => (given[name] ? [[name, given[name]]] : []))),
    "split.fraction": `${Number(old.shown) / 100}`,
    "split.stratify": old.stratify === "1" ? "yes" : "",
    "split.keepTransposesTogether": old.transposes === "1" ? "yes" : "",
    "split.holdOut.symbols": old.holdOut,
    "split.holdOut.operand": old.place === "0" ? "" : `${Number(old.place) - 1}`,
    "model.kind": old.kind,
    "model.activation": activationOf(old),
    "model.bias": yesOrNo(old.bias),
    "model.width": isTransformer ? old.dimension : old.width,
    "model.hiddenLayers": old.layers,
    "model.weights": old.weights,
    "model.embedding": old.embedding,
    "model.combine": old.combine,
    "model.batchNorm": yesOrNo(old.batchNorm),
    "model.layers": old.blocks,
    "model.heads": old.heads,
    "model.mlpWidth": old.hidden,
    "model.layerNorm": old.layerNorm,
    "model.topInit": old.top,
    "model.initScale": old.init,
    "model.outputScale": old.scale,
    "penalty.l1": old.l1,
    "penalty.l2": old.l2,
    "optimiser.kind": old.optimiser,
    "optimiser.learningRate": old.rate,
    "optimiser.weightDecay": old.decay,
    "optimiser.momentum": old.momentum,
    "optimiser.nesterov": yesOrNo(old.nesterov),
    "optimiser.beta1": old.beta1,
    "optimiser.beta2": old.beta2,
    "optimiser.epsilon": old.epsilon,
    "optimiser.polar": old.polar,
    batchSize: unless0(old.batch, "all"),
    normClamp: unless0(old.clamp, "none"),
    "schedule.kind": old.schedule,
    "schedule.warmUp": old.warmUp,
    "schedule.every": old.every,
    "schedule.at": old.at,
    "schedule.factor": old.factor,
    gradientFilters: filtersOf(old),
    "goal.testAccuracy": unless0(old.goal, "none"),
    "goal.hold": old.hold,
    evaluateEvery: old.look,
  };
  return Object.entries(pairs);
}

function activationOf({ activation, power, linearPart, squarePart }: Old): string {
  if (activation === "power") return `power:${power}`;
  return activation === "mixed" ? `mixed:${linearPart},${squarePart}` : activation;
}

function filtersOf({ grokfast, alpha, window, lambda, orthogonal, clip }: Old): string {
  const filters = [
    grokfast === "ema" ? `grokfast-ema:${alpha},${lambda}` : "",
    grokfast === "ma" ? `grokfast-ma:${window},${lambda}` : "",
    orthogonal === "1" ? "orthogonal" : "",
    clip === "0" ? "" : `clip:${clip}`,
  ];
  return filters.filter(Boolean).join("+") || "none";
}
