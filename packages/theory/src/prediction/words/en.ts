import { statements } from "../../statements/statements.ts";
import { formats, type Phrases, titleOf } from "./phrases.ts";

const { whole, short, round, percent, list } = formats("en");

const types = {
  R: "real",
  C: "a complex pair",
  H: "quaternionic",
};

export const en: Phrases = {
  task: ({ task, data }) =>
    `${task.group ?? task.id}: ${whole.format(task.classes)} symbols to answer with, ${whole.format(task.size)} examples. Training shows ${whole.format(data.count.value)} of them (${percent.format(data.fraction.value)}), which is ${short.format(data.multiple.value)} times M·ln M.`,
  features: ({ featureCount, features }) =>
    featureCount.value === 0
      ? "This group has no nontrivial irrep, so there is no feature to learn."
      : `Hidden nodes can learn ${whole.format(featureCount.value)} ${featureCount.value === 1 ? "feature, the group's one nontrivial real irrep" : "features, one for each nontrivial real irrep of the group"}: ${features.map(en.feature).join("; ")}.`,
  feature: ({ count, realDimension, type, degree, energy }) =>
    `${whole.format(count)} of real dimension ${realDimension} (${types[type]}, degree ${degree})${energy ? `, energy ${short.format(energy.value)}${count > 1 ? " each" : ""}` : ""}`,
  width: ({ width }) =>
    `${whole.format(width.exact.value)} hidden nodes suffice to solve the task exactly (${statements["theorem-3"].title.en}), and ${whole.format(width.construction.value)} in our own construction; learning every example by rote takes up to ${whole.format(width.memory.value)}. This network has ${whole.format(width.given.value)}.`,
  critical: ({ critical }) =>
    `${statements["author-code"].title.en.replace(/^the/, "The")} expects the change from memorising to generalising at ${whole.format(critical.authorCount.value)} training examples (${percent.format(critical.authorFraction.value)}). ${statements["theorem-4"].title.en} guarantees the features from about ${whole.format(critical.retention.value)} on, up to a constant it does not give. To get 99 % of the rest right takes ${whole.format(critical.limit.value)} random examples on average, whoever learns (${statements["what-can-be-known"].title.en}); ${critical.training ? `${en.training(critical.training)}; ` : ""}this run shows ${short.format(critical.limitMultiple.value)} times the limit, ${en.standing[critical.standing]}.`,
  training: ({ value, trust }) =>
    trust === "fitted"
      ? `half of the runs of training like this understood at about ${whole.format(value)} in our experiments`
      : `carried over from our experiments, training of this kind takes about ${whole.format(value)}`,
  standing: {
    "below-limit": "too few for any learner",
    "below-training": "enough to know it, but fewer than training has taken",
    enough: "enough to know it and to train",
  },
  laws: ({ laws }) =>
    `What the laws say before any is fitted to runs: ${laws
      .map(({ law, criticalCount, grokStep }) => {
        const parts = [
          ...(criticalCount === null ? [] : [`from ${whole.format(criticalCount)} examples on`]),
          ...(grokStep === null ? [] : [`at step ${round.format(grokStep)}`]),
        ];
        return `${titleOf(law, "en")}: generalises ${parts.join(", ")}`;
      })
      .join("; ")}.`,
  stages: ([, independent, interactive]) => {
    const second = independent.from && round.format(independent.from.value);
    const third = interactive.from;
    const end = third
      ? `and by about step ${round.format(third.value)} they interact, every feature is found and the run generalises (stage III).`
      : "and for stage III our measurements give no step.";
    const trust = en.trust[(third ?? independent.from)?.trust ?? "order of magnitude"];
    return `Lazy at first (stage I): the top layer fits random features. From about step ${second} each node learns a feature of its own (stage II), ${end} All constants in these times were fitted to our own runs: ${trust}.`;
  },
  knobs: (knobs) =>
    knobs
      .map(({ knob, effects }) => {
        const changes = effects.map(
          ({ on, factor }) =>
            `${en.effect[on]} by ${short.format(factor.value)} (${statements[factor.statement].title.en}; ${en.trust[factor.trust]})`,
        );
        return `Doubling ${en.knob[knob]} multiplies ${changes.join(", and ")}.`;
      })
      .join(" "),
  knob: {
    "weight-decay": "the weight decay",
    "learning-rate": "the learning rate",
    examples: "the training examples",
    width: "the hidden nodes",
    "top-init": "the top layer's first weights",
    "output-scale": "the output scale",
  },
  effect: {
    time: "the time to generalise",
    gradient: "the gradient that features grow by, once the top layer rests,",
    "first signal": "the first signal to the hidden layer",
    noise: "the noise in the first gradient",
  },
  verdict: ({ outcome, statement, trust }) =>
    `${en.outcome[outcome]} This rests on ${statements[statement].title.en}: ${statements[statement].says.en}. How far to trust it: ${en.trust[trust]}.`,
  noVerdict:
    "We cannot say whether this run will generalise: it is not like those that we measured.",
  outcome: {
    generalises: "We expect this run to generalise.",
    memorises: "We expect this run to memorise and not to generalise.",
    borderline: "This run stands on the border: it may memorise or generalise.",
  },
  trust: {
    exact: "exact",
    bound: "a bound, not the border itself",
    fitted: "fitted to runs much like this one",
    "order of magnitude": "an order of magnitude; the constant may differ here",
  },
  trait: {
    "hidden-layers": "more hidden layers",
    "complex-weights": "complex weights",
    bias: "biases",
    "batch-norm": "batch norm",
    embedding: "a trained embedding",
    product: "operands that are multiplied",
    schedule: "a changing learning rate",
    batches: "batches",
    filters: "filtered gradients",
    ridge: "a top layer that is solved for",
    "norm-clamp": "a clamped norm",
    penalty: "a penalty on the weights",
    "label-scale": "scaled labels",
    group:
      "the group (cyclic ones, and others whose features are of real dimension 2, but for three at most)",
    order: "the group’s order (11 to 71)",
    split: "how examples are chosen (at random)",
    width: "the hidden nodes (7.5 for each element of the group to 2048)",
    "initial-weights": "the initial weights (of the usual size, V’s smaller at most)",
    "output-scale": "the output scale (1)",
    optimiser: "the optimiser (Adam, β₁ = 0.9, β₂ = 0.999)",
    "learning-rate": "the learning rate (0.0003 to 0.005)",
    "weight-decay":
      "the weight decay (0.00005 to 0.0008, at least a sixtieth of the learning rate; 0 up to 4.5 times M·ln M examples)",
  },
  caveat: {
    "no-group": () =>
      "This task is no group's multiplication table. The theory then predicts no irrep features, no width and no critical count: no verdict.",
    activation: ({ activation }) =>
      `Theorem 2 needs σ(x) = x²; this network has ${activation}. The irreps are listed without energies, and Theorems 3 and 4 do not strictly apply.`,
    transformer: () =>
      "The theory is of networks whose hidden layer reads one-hot symbols. Of transformers it says nothing: no features, no width, no critical count, no verdict.",
    network: ({ outside }) =>
      `The theorems are of σ(XW)V, one hidden layer of real weights; this network has ${list.format(outside.network.map((trait) => en.trait[trait]))}. So the irreps are listed without energies; width and critical count are carried over.`,
    loss: ({ loss }) =>
      `Equation 4 and Lemma 1, from which the growth of features follows, are of the loss mse; this run has ${loss}. Whether that climbs the same energies is not proven.`,
    recipe: ({ outside }) =>
      `Times and border were measured with one learning rate and all examples at every step; this training has ${list.format(outside.recipe.map((trait) => en.trait[trait]))}.`,
    "no-weight-decay": () =>
      "With weight decay 0 the gradient to the hidden layer dies out once the training data are fitted: features stop growing.",
    narrow: () =>
      "The network has fewer hidden nodes than any exact solution we know. It may still answer well with some of the features.",
    short: ({ stages }) =>
      `By our measurements it generalises near step ${round.format(stages?.at(-1)?.from?.value ?? 0)}, within a factor of 1.6: it may end before.`,
    "not-measured": ({ outside }) =>
      `Outcomes and times were measured within bounds that this run lies outside of: ${list.format(outside.range.map((trait) => en.trait[trait]))}.`,
    "retention-vacuous": () =>
      "Theorem 4 asks for more pairs than the group has, so it guarantees nothing here.",
  },
};
