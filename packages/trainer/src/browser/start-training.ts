import { connectTraining, type RemoteTraining } from "../worker/connect.ts";

/**
 * Training in a worker of this very file. A page may only start workers of its own origin, and this
 * file may come from another, so the worker's program is written on the spot and imports it. Under a
 * content security policy the page needs `worker-src blob:`.
 */
export function startTraining(): RemoteTraining {
  const program = `import { serveTraining, wasmEngine } from ${JSON.stringify(import.meta.url)};
serveTraining(wasmEngine());`;
  const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  return connectTraining(new Worker(url, { type: "module" }));
}
