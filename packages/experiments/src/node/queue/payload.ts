import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Redis } from "ioredis";
import { prefix } from "./connection.ts";

/** Files by their paths in a run folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Where files wait on the server until they are received. Plain JSON. */
export interface Payload {
  readonly name: string;
  readonly chunks: number;
  /** Of all chunks together, hex. */
  readonly sha256: string;
}

const chunkBytes = 2 ** 19;
/** What all that waits may come to, in bytes, before more has to wait with its worker. */
const mostBytes = 2 ** 28;
/** Seconds that it is kept for a coordinator that has gone. */
const keptFor = 14 * 24 * 3600;

/** The bytes of all that waits, by name. */
const waitingKey = `${prefix}:payloads`;
const keyOf = (name: string) => `${prefix}:payload:${name}`;
const sha256 = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");

/**
 * Puts files on the server, compressed and in chunks; waits while too much is there, or its memory is full.
 *
 * @param name nobody else's
 * @throws the reason of the signal
 */
export async function sendFiles(
  redis: Redis,
  name: string,
  files: Files,
  signal: AbortSignal,
): Promise<Payload> {
  const data = await packed(files);
  const chunks = Math.ceil(data.length / chunkBytes);
  const key = keyOf(name);
  for (;;) {
    while (!(await hasRoom(redis, data.length))) await sleep(500, undefined, { signal });
    signal.throwIfAborted();
    try {
      await redis.hset(waitingKey, name, data.length);
      for (let i = 0; i < chunks; i++) {
        await redis.rpush(key, data.subarray(i * chunkBytes, (i + 1) * chunkBytes));
        if (i === 0) await redis.expire(key, keptFor);
      }
      return { name, chunks, sha256: sha256(data) };
    } catch (error) {
      await removePayload(redis, name);
      if (!/^OOM/.test((error as Error).message)) throw error;
      await sleep(2000, undefined, { signal });
    }
  }
}

/** Whether so many bytes may come; what waited for too long is forgotten. */
async function hasRoom(redis: Redis, bytes: number): Promise<boolean> {
  const sum = async () =>
    (await redis.hvals(waitingKey)).reduce((total, size) => total + Number(size), 0);
  if ((await sum()) + bytes <= mostBytes) return true;
  for (const name of await redis.hkeys(waitingKey)) {
    if ((await redis.exists(keyOf(name))) === 0) await redis.hdel(waitingKey, name);
  }
  const waiting = await sum();
  return waiting === 0 || waiting + bytes <= mostBytes;
}

/** The files of a payload; undefined if it is not whole any more. */
export async function receiveFiles(
  redis: Redis,
  { name, chunks, sha256: expected }: Payload,
): Promise<Files | undefined> {
  const parts: Buffer[] = [];
  for (let i = 0; i < chunks; i++) {
    const part = await redis.lindexBuffer(keyOf(name), i);
    if (part) parts.push(part);
  }
  const data = Buffer.concat(parts);
  return sha256(data) === expected ? unpacked(data) : undefined;
}

/** Removes a payload, whether it is there or not. */
async function removePayload(redis: Redis, name: string): Promise<void> {
  await redis.del(keyOf(name));
  await redis.hdel(waitingKey, name);
}

/** Removes all payloads whose names begin so, such as those of workers that came too late. */
export async function removePayloads(redis: Redis, start: string): Promise<void> {
  const names = await redis.hkeys(waitingKey);
  for (const name of names.filter((one) => one.startsWith(start))) await removePayload(redis, name);
}

/** A line of JSON with names and sizes, then the files; all of it compressed. */
async function packed(files: Files): Promise<Buffer> {
  const sizes = [...files].map(([name, data]) => [name, data.length]);
  const head = Buffer.from(`${JSON.stringify(sizes)}\n`);
  return promisify(gzip)(Buffer.concat([head, ...files.values()]), { level: 1 });
}

async function unpacked(data: Uint8Array): Promise<Files> {
  const all = await promisify(gunzip)(data);
  let at = all.indexOf("\n") + 1;
  const sizes = JSON.parse(all.toString("utf8", 0, at)) as [name: string, size: number][];
  return new Map(
    sizes.map(([name, size]) => {
      at += size;
      return [name, all.subarray(at - size, at)];
    }),
  );
}
