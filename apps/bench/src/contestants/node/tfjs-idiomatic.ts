// TensorFlow.js as one writes it without knowing its kernels: node tfjs-idiomatic.ts [our-kernels]
import { version } from "@tensorflow/tfjs";
import { idiomaticTfjs, useWasm } from "./idiomatic.ts";
import { serve } from "./serve.ts";

const ourKernels = process.argv[2] === "our-kernels";

await serve({ library: `TensorFlow.js ${version.tfjs}` }, async (problem, start) => {
  await useWasm();
  if (ourKernels) {
    const { installTfjsKernels } = await import("@grokscape/tfjs-kernels");
    const { declined } = await installTfjsKernels();
    if (declined) throw new Error(declined);
  }
  return idiomaticTfjs(problem, start);
});
