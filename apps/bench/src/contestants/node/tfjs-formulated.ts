// TensorFlow.js with products arranged for its own kernels, or our tfjs engine as it is:
// node tfjs-formulated.ts [our-kernels]

import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { version } from "@tensorflow/tfjs";
import { engineTrainee, serve } from "./serve.ts";

const ourKernels = process.argv[2] === "our-kernels";
const open = engineTrainee(tfjsEngine());

await serve({ library: `TensorFlow.js ${version.tfjs}` }, async (problem, start) => {
  const trainee = await open(problem, start);
  const kernels = await installTfjsKernels();
  if (!ourKernels) kernels.restore();
  return trainee;
});
