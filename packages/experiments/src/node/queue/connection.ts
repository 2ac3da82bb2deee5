import { isIP } from "node:net";
import { InputError } from "@grokscape/group-datasets";
import { Redis } from "ioredis";
import type { QueueAddress } from "./address.ts";

/** All keys of ours begin so. */
export const prefix = "grokscape";

const aboutKey = `${prefix}:about`;
const about = "the queue of grokscape sweeps";

/** Keys that only we write. Where a server has forgotten everything, others than `about` may be the first again. */
const ours = new RegExp(`^${prefix}:(about|coordinators|payloads|payload:.*|runs-protocol-.*)$`);

/** Seconds that a server may be away at first, and later. */
const firstPatience = 10;
const laterPatience = 600;
/** Seconds between two tries. */
const longestDelay = 2;

const patienceInWords = `it is tried for ${firstPatience} seconds at the start, and for ${laterPatience / 60} minutes later on`;

/** A server that can be reached, and holds a queue of ours. */
export interface Connection {
  readonly redis: Redis;
  /** Aborted, with the error, once the server has been away for too long. */
  readonly lost: AbortSignal;
  /** What a failure of the server comes to, in words without the password. */
  failure(error: unknown): Error;
  close(): void;
}

/**
 * Opens a connection, and sees that all keys that begin as ours are ours.
 *
 * @param patience seconds for which a server that is not there is tried
 * @throws InputError if there is no server that can be used
 */
export async function connect(
  address: QueueAddress,
  patience = firstPatience,
): Promise<Connection> {
  const { host, port, database, tls, username, password, shown } = address;
  const lost = new AbortController();
  let isReady = false;
  const fail = (why: string, hint?: string) =>
    new InputError(`the queue at ${shown} cannot be used: ${why}`, hint);
  const failure = (error: unknown): Error => {
    if (error instanceof InputError) return error;
    if (lost.signal.aborted) return lost.signal.reason;
    const { code, message } = error as NodeJS.ErrnoException;
    const plain = withoutSecrets(message || code || "no answer", [password]);
    return fail(plain, remedyFor(code ?? message, tls));
  };
  const redis = new Redis({
    host,
    port,
    db: database,
    username,
    password,
    lazyConnect: true,
    connectTimeout: 5000,
    protocol: 2,
    maxRetriesPerRequest: null,
    ...(tls && { tls: isIP(host) ? {} : { servername: host } }),
    retryStrategy(times) {
      if (!isReady || times * longestDelay < laterPatience) {
        return Math.min(0.05 * 2 ** times, longestDelay) * 1000;
      }
      lost.abort(
        fail(`it has been away for ${laterPatience / 60} minutes`, "the same command goes on"),
      );
      return null;
    },
  });
  redis.on("ready", () => {
    isReady = true;
  });
  try {
    await ready(redis, patience);
    await refuseEviction(redis);
    await claim(redis, fail);
  } catch (error) {
    redis.disconnect();
    throw failure(error);
  }
  return {
    redis,
    lost: lost.signal,
    failure,
    close: () => redis.disconnect(),
  };
}

/** Of what the server says that no further try would change. */
const isFinal = ({ code = "", message }: NodeJS.ErrnoException) =>
  /WRONGPASS|NOAUTH|NOPERM|invalid password|Protocol error|DB index|unknown command/i.test(
    message,
  ) || /^(ERR_SSL|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_)/.test(code);

/** A machine that is very busy may be late itself. */
const fewestTries = 3;

/** Resolves once a server answers; rejects with what it says, or with why none does. */
function ready(redis: Redis, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let tries = 0;
    let last: Error = new Error("no answer");
    const late = setTimeout(() => reject(last), fewestTries * patience * 1000);
    const settle = (done: () => void) => {
      clearTimeout(late);
      done();
    };
    redis.on("error", (error) => {
      last = error;
      tries++;
      const isEnough = tries >= fewestTries && performance.now() - began > patience * 1000;
      if (isEnough || isFinal(error)) settle(() => reject(error));
    });
    redis.once("end", () => settle(() => reject(last)));
    redis.once("ready", () => settle(resolve));
    redis.connect().catch(() => {}); // told as events
  });
}

/** A queue on a server that drops keys would lose runs. */
async function refuseEviction(redis: Redis): Promise<void> {
  const [, policy] = /maxmemory_policy:(\S+)/.exec(await redis.info("memory")) ?? [];
  if (policy === undefined || policy === "noeviction") return;
  throw new InputError(
    `the queue's server drops keys when its memory is full (${policy})`,
    "set its maxmemory-policy to noeviction",
  );
}

async function claim(
  redis: Redis,
  fail: (why: string, hint?: string) => InputError,
): Promise<void> {
  const foreign = (key: string) =>
    fail(
      `its key ${key} is somebody else's, and nothing was touched`,
      `give another database of the server, as redis://…/1: all keys of a queue begin with ${prefix}:`,
    );
  if ((await redis.type(aboutKey)) === "none") {
    let cursor = "0";
    do {
      const [next, keys] = await redis.scan(cursor, "MATCH", `${prefix}:*`, "COUNT", 1000);
      const other = keys.find((key) => !ours.test(key));
      if (other !== undefined && (await redis.type(aboutKey)) === "none") throw foreign(other);
      cursor = next;
    } while (cursor !== "0");
    await redis.set(aboutKey, about, "NX");
  }
  const told = (await redis.type(aboutKey)) === "string" && (await redis.get(aboutKey));
  if (told !== about) throw foreign(aboutKey);
}

function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  const hidden = secrets.flatMap((one) => (one ? [one, encodeURIComponent(one)] : []));
  return hidden.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}

const remedies: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/WRONGPASS|NOAUTH|invalid password/i, "give redis://user:password@host, percent-encoded"],
  [/WRONGTYPE/, `a key under ${prefix}: is somebody else's: give another database, as redis://…/1`],
  [/Protocol error/, "something else than Redis or Valkey answers there"],
  [/DB index/, "the server has fewer databases"],
  [/^ERR_SSL/, "does the server speak TLS? without, it is redis://"],
  [
    /^(ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_)/,
    "NODE_EXTRA_CA_CERTS names a file with the certificate of who signed the server's",
  ],
];

function remedyFor(text: string, tls: boolean): string {
  const [, remedy] = remedies.find(([pattern]) => pattern.test(text)) ?? [];
  const speech = tls ? "does it speak TLS" : "does it speak without TLS";
  return remedy ?? `is the server there, and ${speech}? ${patienceInWords}`;
}
