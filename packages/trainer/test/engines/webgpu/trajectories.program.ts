import { nodeGpu } from "@grokscape/trainer/node";
import { webgpuEngine } from "@grokscape/trainer/webgpu";
import { networkTrajectories, recipeTrajectories, trajectories } from "../../trajectory.ts";

/* How far a card is from PyTorch's trajectories, a line each. */
const engine = webgpuEngine({ gpu: await nodeGpu() });
for (const one of [...trajectories(), ...recipeTrajectories(), ...networkTrajectories()]) {
  const { name, problem, initial, final, steps, log } = one;
  const session = await engine.open(problem, { step: 0, weights: initial, optimiser: {} });
  let loss = 0;
  const off = (seen: number, right: number) => {
    loss = Math.max(loss, Math.abs(seen - right) / Math.abs(right));
  };
  for (let step = 0; step <= steps; step++) {
    const train = await session.measure();
    off(train?.loss ?? Number.NaN, log.trainLoss[step]);
    off((await session.evaluate()).loss, log.testLoss[step]);
    if (step < steps) await session.update();
  }
  const weights = await session.weights();
  const distances = Object.entries(final).flatMap(([key, { data }]) =>
    Array.from(data, (value, i) => Math.abs(value - weights[key].data[i])),
  );
  session.dispose();
  console.log(JSON.stringify({ name, loss, weights: Math.max(...distances) }));
}
process.exit(0);
