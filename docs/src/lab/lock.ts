import { type Key, keys } from "@grokscape/trainer/settings";

/** What a teacher leaves to the class: all settings but these are locked. */
export interface Lock {
  readonly free: readonly Key[];
  /** Names in the link that are no setting's. */
  readonly unknown: readonly string[];
}

/** The lock that an address of the laboratory holds after "#", if it does. */
export function lockAt(hash: string): Lock | undefined {
  const only = new URLSearchParams(hash.replace(/^#/, "")).get("only");
  if (only === null) return undefined;
  const names = only
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    free: keys.filter((key) => names.includes(key)),
    unknown: names.filter((name) => !(keys as readonly string[]).includes(name)),
  };
}

/** The part of an address after "#" with a lock; as it is without one. */
export const withLock = (hash: string, lock: Pick<Lock, "free"> | undefined): string =>
  lock ? [hash, `only=${lock.free.join(",")}`].filter(Boolean).join("&") : hash;
