// Preloaded: threads have so many MB for their heap, $GROKSCAPE_THREAD_MEMORY.
import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";

const maxOldGenerationSizeMb = Number(process.env.GROKSCAPE_THREAD_MEMORY);
const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
    super(file, { ...options, resourceLimits: { maxOldGenerationSizeMb } });
  }
};
syncBuiltinESMExports();
