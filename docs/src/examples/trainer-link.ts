import { type Link, referenceEngine, runConfig, train } from "@grokscape/trainer";

/** Moves every weight by the same length, in the direction against its gradient. */
const signDescent: Link = {
  name: "sign-descent 1",
  init: () => ({}),
  update(updates) {
    for (const { data } of Object.values(updates)) {
      for (let i = 0; i < data.length; i++) data[i] = 1e-3 * Math.sign(data[i]!);
    }
  },
};

const config = runConfig({ task: "cyclic:7", model: { width: 32 }, steps: 40, goal: null });
const run = train(config, { engine: referenceEngine, links: [signDescent] });
let next = await run.next();
while (!next.done) next = await run.next();
const { trainLoss, trainAccuracy } = next.value.metrics.at(-1)!;
console.log(
  `loss ${trainLoss.toFixed(4)}, ${Math.round(100 * trainAccuracy)} % of the shown right`,
);
