import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";

await tf.setBackend("wasm");
const { declined, added, restore } = await installTfjsKernels();
console.log(declined ?? added.slice(0, 2).join(", "));

const a = tf.tensor2d([1, 2, 3, 4], [2, 2]);
console.log(tf.einsum("ij,jk,kl->il", a, a, a).dataSync().join(" "));
restore();
