import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { linksAgain, type MetricRow, type RunConfig, type RunRecord } from "@grokscape/trainer";
import { loadAgain, type PlacedPlugin, trainInFolder } from "@grokscape/trainer/node";
import { type Failure, failureOf } from "../failure.ts";
import { readingsOf } from "../outcome/spectrum.ts";
import { engineNamed } from "./engines.ts";

/** What the thread is asked to train. */
export interface ThreadTask {
  readonly folder: string;
  readonly config: RunConfig;
  readonly engine: string;
  /** Names of the links that train in place of the config's optimiser, if any do. */
  readonly links?: readonly string[];
  /** Those that config and links name. */
  readonly plugins: readonly PlacedPlugin[];
}

/** What it sends: each row, then the record or the failure. */
export type ThreadNews =
  | { readonly row: MetricRow }
  | { readonly record: RunRecord }
  | { readonly failure: Failure };

const { folder, config, engine, links, plugins } = workerData as ThreadTask;
const port = parentPort as MessagePort;
const tell = (news: ThreadNews) => port.postMessage(news);
const controller = new AbortController();
port.once("message", () => controller.abort());

try {
  await loadAgain(plugins);
  const again = links && linksAgain(links);
  const run = trainInFolder(folder, config, {
    engine: await engineNamed(engine, config, again),
    links: again,
    signal: controller.signal,
    readings: readingsOf(config),
  });
  let next = await run.next();
  for (; !next.done; next = await run.next()) tell({ row: next.value });
  tell({ record: next.value });
} catch (error) {
  tell({ failure: failureOf(error) });
} finally {
  port.close();
}
