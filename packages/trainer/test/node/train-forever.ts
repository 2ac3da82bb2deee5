// A process to be killed: trains in the folder given, and says each step it has measured.
import { trainInFolder } from "@grokscape/trainer/node";
import { longRun, toyOptions } from "./long-run.ts";

for await (const { step } of trainInFolder(process.argv[2], longRun, toyOptions)) {
  process.stdout.write(`${step}\n`);
}
