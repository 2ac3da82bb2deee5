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

/** Starts the worker; what it offers rejects if it could not be loaded. */
export function connectOutlooks(): OutlookService {
  const worker = new Worker(new URL("./outlook.worker.ts", import.meta.url), { type: "module" });
  const service = wrap<OutlookService>(worker as Endpoint);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) =>
      reject(new Error(message || "the theory could not be loaded")),
    );
  });
  failure.catch(() => {});
  return {
    outlook: (...given) => Promise.race([service.outlook(...given), failure]),
    code: (draft) => Promise.race([service.code(draft), failure]),
  };
}
