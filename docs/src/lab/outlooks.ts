import { type Endpoint, wrap } from "comlink";
import type { Locale } from "../site/locales.ts";
import type { Draft } from "./draft.ts";
import type { Outlook } from "./outlook.ts";

/** What theory and trainer know of a draft: worked out beside the page, which stays free to answer. */
export interface OutlookService {
  outlook(draft: Draft, locale: Locale): Promise<Outlook>;
  /** A program that trains the same run; empty for a run that cannot be. */
  code(draft: Draft): Promise<string>;
}

/** What the worker offers; rejects if it could not be loaded, and is tried anew the next time. */
export function connectOutlooks(): OutlookService {
  let present: Worker | undefined;
  let service: OutlookService;
  let failure: Promise<never>;
  const connect = () => {
    if (present) return;
    const worker = new Worker(new URL("./outlook.worker.ts", import.meta.url), { type: "module" });
    present = worker;
    service = wrap<OutlookService>(worker as Endpoint);
    failure = new Promise<never>((_, reject) => {
      worker.addEventListener("error", ({ message }) => {
        worker.terminate();
        present = undefined;
        reject(new Error(message || "the theory could not be loaded"));
      });
    });
    failure.catch(() => {});
  };
  const ask = <Result>(question: () => Promise<Result>): Promise<Result> => {
    connect();
    return Promise.race([question(), failure]);
  };
  return {
    outlook: (...given) => ask(() => service.outlook(...given)),
    code: (draft) => ask(() => service.code(draft)),
  };
}
