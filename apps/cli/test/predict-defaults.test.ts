import { task } from "@grokscape/group-datasets";
import { predict } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";
import { expect, test } from "vitest";

const inputs = [
  {},
  ...(["adam", "adamw", "sgd", "muon"] as const).map((kind) => ({ optimiser: { kind } })),
  { model: { kind: "transformer" as const } },
  { schedule: { kind: "cosine" as const } },
  { model: { bias: true, width: 64 }, split: { criticalMultiple: 3 }, seed: undefined },
];

test.each(inputs)("a prediction fills %j in as the trainer does", (input) => {
  for (const id of ["cyclic:23", "symmetric:4"]) {
    const one = task(id);
    expect(predict(one, input)).toEqual(predict(one, runConfig({ task: id, ...input })));
  }
});
