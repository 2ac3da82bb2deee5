import { InputError } from "@grokscape/group-datasets";
import {
  applies,
  changed,
  differences,
  type Key,
  keys,
  readKey,
  usable,
} from "@grokscape/trainer/settings";
import type { Locale } from "../site/locales.ts";
import { pagePath } from "../site/paths.ts";
import { type Draft, firstRun } from "./draft.ts";
import { isOldAddress, oldAddress } from "./old-address.ts";

/** The prefix of the second run's settings in an address. */
const second = "b.";

/**
 * The laboratory's state as the part of an address after "#": only what differs from the first page's
 * run, and of a second run what differs from the first. Settings are called by their places in a config.
 */
export function hashOf(draft: Draft, compared?: Draft): string {
  const pairs = [
    ...differences(draft, firstRun),
    ...(compared ? differences(compared, draft).map(([key, text]) => [second + key, text]) : []),
    ...(compared ? [["compare", "1"]] : []),
  ];
  return pairs.map(([name, text]) => `${name}=${encoded(text as string)}`).join("&");
}

/** The state that an address holds. What it does not know, or cannot be, is as if left out. */
export function stateOf(hash: string): { readonly first: Draft; readonly second?: Draft } {
  const written = new URLSearchParams(hash.replace(/^#/, ""));
  const given = isOldAddress(written) ? oldAddress(written) : written;
  const first = read(given, "", firstRun);
  return given.has("compare") ? { first, second: read(given, second, first) } : { first };
}

/**
 * What tells the course of one run from another's, as an address: how long it may last and how often it is
 * looked at does not.
 */
export const courseOf = (draft: Draft): string => {
  const { steps, evaluateEvery, goal } = firstRun;
  return hashOf({ ...draft, steps, evaluateEvery, goal });
};

export const labAddress = (locale: Locale, draft: Draft): string => {
  const hash = hashOf(draft);
  return pagePath(locale, "lab") + (hash ? `#${hash}` : "");
};

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",");

/** Kinds first: they bring the defaults that other settings then change. */
const inOrder: readonly Key[] = [...keys].sort(
  (a, b) => Number(b.endsWith(".kind")) - Number(a.endsWith(".kind")),
);

const read = (given: URLSearchParams, prefix: string, otherwise: Draft): Draft =>
  inOrder.reduce((draft, key) => {
    const text = given.get(prefix + key);
    return text === null ? draft : (written(draft, key, text) ?? draft);
  }, otherwise);

/** A draft with one setting as a text says; undefined if that cannot be. */
export function written(draft: Draft, key: Key, text: string): Draft | undefined {
  try {
    const value = text === "" ? undefined : readKey(key, key, text);
    const may = usable(key, value) || (key === "evaluateEvery" && value === 0);
    return may && applies(draft, key) ? changed(draft, key, value) : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
