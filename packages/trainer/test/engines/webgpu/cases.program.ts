import { nodeGpu } from "@grokscape/trainer/node";
import { afterALoss, cases, distance } from "./cases.ts";

const gpu = await nodeGpu();
const distances = [];
for (const name of Object.keys(cases)) distances.push(await distance(gpu, name));
console.log(JSON.stringify({ distances, lost: await afterALoss(gpu) }));
process.exit(0);
