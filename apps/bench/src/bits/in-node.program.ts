import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { committedRuns, trainAll } from "./runs.ts";

const { version, arch, argv } = process;
const told = await trainAll(
  `Node ${version} ${arch}`,
  committedRuns(tfjsEngine(), Number(argv[2])),
);
console.log(JSON.stringify({ ...told, arch }));
