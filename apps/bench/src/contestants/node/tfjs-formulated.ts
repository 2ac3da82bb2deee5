// TensorFlow.js with products arranged so that each stays on its fast path: our tfjs engine.
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { version } from "@tensorflow/tfjs";
import { engineTrainee, serve } from "./serve.ts";

await serve({ library: `TensorFlow.js ${version.tfjs}` }, engineTrainee(tfjsEngine()));
