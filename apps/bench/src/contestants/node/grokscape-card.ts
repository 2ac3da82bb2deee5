// Our own shaders on the graphics card: node grokscape-card.ts
import { nodeGpu } from "@grokscape/trainer/node";
import { webgpuEngine, webgpuSupport } from "@grokscape/trainer/webgpu";
import { deferredTrainee, serve } from "./serve.ts";

const gpu = await nodeGpu().catch((error: Error) => error);
const card = gpu instanceof Error ? null : (await webgpuSupport(gpu)).card;
const greeting =
  card === null
    ? { absent: gpu instanceof Error ? gpu.message : "WebGPU finds no graphics card here" }
    : { library: `webgpu on ${card}` };
await serve(greeting, deferredTrainee(webgpuEngine({ gpu })));
