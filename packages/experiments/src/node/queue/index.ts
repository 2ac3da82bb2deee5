export { type QueueAddress, readQueueAddress } from "./address.ts";
export { openQueue, type RunQueue } from "./coordinator.ts";
export type { Lack } from "./job.ts";
export { type RunCame, type WorkOptions, work } from "./worker.ts";
