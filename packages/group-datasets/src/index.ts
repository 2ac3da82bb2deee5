export * from "./errors.ts";
export type { FiniteGroup } from "./group/finite-group.ts";
export * from "./random/streams.ts";
export * from "./split/split.ts";
export * from "./task/dataset.ts";
export type { Example, Task, TaskShape } from "./task/task.ts";
