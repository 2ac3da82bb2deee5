import { applies, type Key, keys, textAt } from "@grokscape/trainer/settings";
import type { Draft } from "./draft.ts";

/** A setting that two runs have otherwise, with what each has as an address would say it. */
export interface Difference {
  readonly key: Key;
  readonly first: string;
  readonly second: string;
}

/** In what two runs differ that would do something in either. */
export function differences(first: Draft, second: Draft): Difference[] {
  return keys.flatMap((key) => {
    const texts = { first: textAt(first, key), second: textAt(second, key) };
    const counts = applies(first, key) || applies(second, key);
    return counts && texts.first !== texts.second ? [{ key, ...texts }] : [];
  });
}
