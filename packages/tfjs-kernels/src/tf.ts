import type * as tfjs from "@tensorflow/tfjs";

/** TensorFlow.js, all of it. */
export type Tf = typeof tfjs;
