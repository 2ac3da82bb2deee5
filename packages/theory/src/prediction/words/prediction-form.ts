import {
  type Form,
  list,
  number,
  oneOf,
  orNull,
  record,
  text,
} from "@grokscape/group-datasets/forms";
import { statements } from "../../statements/statements.ts";
import { en } from "./en.ts";

const oneIn = (table: object): Form => oneOf(...Object.keys(table));

const source = { statement: oneIn(statements), trust: oneIn(en.trust) };
const quantity = record({ value: number, ...source });

const quantities = (...names: readonly string[]): Form =>
  record(Object.fromEntries(names.map((name) => [name, quantity])));

const someStages = list(record({ from: orNull(quantity) }));
const threeStages: Form = (value) =>
  someStages(value) ??
  ((value as ArrayLike<unknown>).length === 3 ? null : { path: "", must: "three stages", value });

/** What `explain` reads of a prediction. */
export const predictionForm: Form = record({
  task: record({ id: text, classes: number, size: number, group: orNull(text) }),
  activation: text,
  loss: text,
  outside: record({
    network: list(oneIn(en.trait)),
    recipe: list(oneIn(en.trait)),
    range: list(oneIn(en.trait)),
  }),
  data: quantities("count", "fraction", "multiple"),
  features: list(
    record({
      degree: number,
      type: oneOf("R", "C", "H"),
      realDimension: number,
      count: number,
      energy: orNull(quantity),
    }),
  ),
  featureCount: orNull(quantity),
  width: orNull(quantities("given", "exact", "construction", "memory", "collecting")),
  critical: orNull(
    record({
      retention: quantity,
      authorCount: quantity,
      authorFraction: quantity,
      limit: quantity,
      limitMultiple: quantity,
      training: orNull(quantity),
      standing: oneIn(en.standing),
    }),
  ),
  laws: list(record({ law: text, criticalCount: orNull(number), grokStep: orNull(number) })),
  stages: orNull(threeStages),
  knobs: list(
    record({
      knob: oneIn(en.knob),
      effects: list(record({ on: oneIn(en.effect), factor: quantity })),
    }),
  ),
  verdict: orNull(record({ outcome: oneIn(en.outcome), ...source })),
  caveats: list(oneIn(en.caveat)),
});
