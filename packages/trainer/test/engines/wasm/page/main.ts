/** Trains in a worker, as a page does, with so many threads; says the weights' hash, or what went wrong. */
const trainInWorker = (threads: number | undefined): Promise<string> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./train.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage(threads);
  });

Object.assign(globalThis, { trainInWorker });
