import { type FileHandle, open, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";

/** Longest path of a socket that every system takes, in bytes. */
const longestPath = 100;

/**
 * Makes a socket in a folder that answers as long as this thread lives, to whoever sees the folder from
 * the same kernel: other processes, threads and containers.
 *
 * @returns what takes it away; undefined where system or disk know no such sockets
 */
export function lightBeacon(
  folder: string,
  name: string,
): Promise<(() => Promise<void>) | undefined> {
  const server = createServer((asker) => asker.destroy()).unref();
  return reach(folder, name, (path) => {
    return new Promise((resolve) => {
      server.once("error", () => resolve(undefined));
      server.listen(path, () => {
        resolve(async () => {
          await new Promise((closed) => server.close(closed));
          await rm(join(folder, name), { force: true }).catch(() => {}); // on a disk that has become read-only
        });
      });
    });
  });
}

/** Whether the beacon's maker lives. */
export function isLit(folder: string, name: string): Promise<boolean> {
  return reach(folder, name, (path) => {
    return new Promise((resolve) => {
      const asker = connect(path);
      asker.once("connect", () => {
        asker.destroy();
        resolve(true);
      });
      asker.once("error", ({ code }: NodeJS.ErrnoException) => {
        resolve(code !== "ECONNREFUSED" && code !== "ENOENT");
      });
    });
  });
}

/** Calls `use` with a path of the socket that is short enough, if there is one. */
async function reach<T>(
  folder: string,
  name: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(folder, name);
  if (Buffer.byteLength(path) <= longestPath) return use(path);
  let place: FileHandle | undefined;
  try {
    place = await open(folder, "r").catch(() => undefined);
    return await use(
      process.platform === "linux" && place ? `/proc/self/fd/${place.fd}/${name}` : path,
    );
  } finally {
    await place?.close();
  }
}
