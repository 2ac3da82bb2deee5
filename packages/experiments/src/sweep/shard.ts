import { InputError } from "@grokscape/group-datasets";

/** The i-th of n parts of the work, i from 1. */
export interface Shard {
  readonly i: number;
  readonly n: number;
}

/** @throws InputError for what is no "i/n" */
export function readShard(text: string): Shard {
  const [, i, n] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (i >= 1 && i <= n) return { i, n };
  throw new InputError(
    `no part: ${JSON.stringify(text)}`,
    "give i/n with i from 1 to n, such as 2/8",
  );
}

/** Those of a list that a part has: every n-th, so that all parts are about as much work. */
export const partOf = <T>(all: readonly T[], { i, n }: Shard): T[] =>
  all.filter((_, k) => k % n === i - 1);

/** What a part is called where several are at work: "shard-2-of-8". */
export const shardName = ({ i, n }: Shard): string => `shard-${i}-of-${n}`;
