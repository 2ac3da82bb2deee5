import * as tf from "@tensorflow/tfjs";
import { install, type TfjsKernels } from "./install.ts";

export type { TfjsKernels } from "./install.ts";

/**
 */
export function installTfjsKernels(): Promise<TfjsKernels> {
  return install(tf);
}
