import { InputError } from "@grokscape/group-datasets";
import type { Redis } from "ioredis";
import { prefix } from "./connection.ts";
import { versionHere } from "./version.ts";

/** Who hands out runs, as the queue knows it. */
interface Coordinator {
  readonly store: string;
  /** The machine and folder of the store. */
  readonly place: string;
  readonly sweep: string;
  readonly version: string;
}

/** Ordered by when they are forgotten if they do not show themselves again: milliseconds of the server's clock. */
const key = `${prefix}:coordinators`;

const showEvery = 10_000;
const forgottenAfter = 40_000;

const now = async (redis: Redis): Promise<number> => {
  const [seconds, microseconds] = await redis.time();
  return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
};

/**
 * Shows that somebody coordinates; what is returned ends it.
 *
 * @throws InputError if a copy of the store hands out, too: each would take what is the other's
 */
export async function showCoordinator(
  redis: Redis,
  own: Omit<Coordinator, "version">,
): Promise<() => Promise<void>> {
  const copy = (await present(redis)).find(
    ({ store, place }) => store === own.store && place !== own.place,
  );
  if (copy) {
    throw new InputError(
      `a copy of this store, ${copy.place}, hands out its runs on the same queue`,
      `stop that and wait ${forgottenAfter / 1000} seconds; or remove queue.json here, which makes this a store of its own`,
    );
  }
  const member = JSON.stringify({ ...own, version: versionHere });
  const show = async () => {
    await redis.zadd(key, (await now(redis)) + forgottenAfter, member);
  };
  await show();
  const timer = setInterval(() => void show().catch(() => {}), showEvery);
  return async () => {
    clearInterval(timer);
    await redis.zrem(key, member);
  };
}

async function present(redis: Redis): Promise<Coordinator[]> {
  const members = await redis.zrangebyscore(key, await now(redis), "+inf");
  return members.map((member) => JSON.parse(member));
}

/**
 * Refuses to work on a queue where all who hand out runs are of other versions.
 *
 * @throws InputError saying both
 */
export async function refuseOtherVersions(redis: Redis, shown: string): Promise<void> {
  const all = await present(redis);
  if (all.length === 0 || all.some(({ version }) => version === versionHere)) return;
  const [{ sweep, version }] = all;
  throw new InputError(
    `the queue at ${shown} hands out runs of another version: ${sweep} wants ${version}, this is ${versionHere}`,
    "their bytes would be others: install the same grokscape on both sides",
  );
}
