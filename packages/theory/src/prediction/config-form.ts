import {
  type Form,
  finite,
  flag,
  list,
  notNegative,
  optional,
  orNull,
  positive,
  record,
  text,
  whole,
} from "@grokscape/group-datasets/forms";

/** The form of a config that can be predicted. */
export const aConfig: Form = record({
  model: record({
    kind: text,
    width: whole(1),
    activation: text,
    outputScale: positive,
    topInit: notNegative,
    bias: flag,
    hiddenLayers: optional(whole(0)),
    weights: optional(text),
    batchNorm: optional(flag),
    embedding: optional(text),
    combine: optional(text),
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
