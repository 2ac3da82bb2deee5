export { gather, segmentSum, within } from "./gather";
export { matMul, scratchBytes } from "./matmul";
export { square } from "./square";
export { reduce } from "./sum";
