import { InputError } from "@grokscape/group-datasets";

/** Where a queue is. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  /** For people: without the password. */
  readonly shown: string;
}

const form = "such as redis://localhost:6379 or rediss://user:password@host:6380/0";

/**
 * Reads redis://user:password@host:port/database, or rediss:// where the server speaks TLS. What is refused
 * is not repeated, as there may be a password in it.
 *
 * @throws InputError for any other text
 */
export function readQueueAddress(text: string): QueueAddress {
  const refuse = (why: string): never => {
    throw new InputError(`the queue's address ${why}`, form);
  };
  if (!/^rediss?:\/\//.test(text)) refuse("must begin with redis:// or rediss://");
  const url = URL.canParse(text) ? new URL(text) : refuse("is no URL");
  const after = `${url.pathname}${url.search}${url.hash}`;
  if (/@/.test(after))
    refuse("has characters in its password that must be percent-encoded, as / by %2F");
  if (!url.hostname) refuse("names no host");
  const [, database = "0"] = /^\/?(\d{0,4})$/.exec(after) ?? refuse("ends in no database's number");
  const tls = url.protocol === "rediss:";
  const decoded = (part: string) => {
    try {
      return part === "" ? undefined : decodeURIComponent(part);
    } catch {
      return refuse("has a % in its password that must be written %25");
    }
  };
  const port = Number(url.port || 6379);
  const username = decoded(url.username);
  const password = decoded(url.password);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port,
    database: Number(database),
    tls,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    shown: `${url.protocol}//${url.hostname}:${port}${Number(database) > 0 ? `/${Number(database)}` : ""}`,
  };
}
