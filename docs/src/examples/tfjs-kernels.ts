import { installTfjsKernels } from "@grokscape/tfjs-kernels";
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";

await tf.setBackend("wasm");
const kernels = await installTfjsKernels();

const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
const rows = tf.tensor1d([2, 0, 2], "int32");
const gradient = tf.grad((x) => tf.sum(tf.square(tf.gather(x, rows))))(table);
console.log([...gradient.dataSync()].join(" "));

kernels.restore();
