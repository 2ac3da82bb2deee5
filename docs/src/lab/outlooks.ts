import { type Endpoint, wrap } from "comlink";
import type { Locale } from "../site/locales.ts";
import type { Outlook } from "./outlook.ts";
import type { Settings } from "./settings.ts";

/** What theory and trainer know of settings: worked out beside the page, which stays free to answer. */
export interface OutlookService {
  outlook(settings: Settings, locale: Locale): Promise<Outlook>;
  /** A program that trains the same run; empty for a run that cannot be. */
  code(settings: Settings): Promise<string>;
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
    code: (settings) => Promise.race([service.code(settings), failure]),
  };
}
