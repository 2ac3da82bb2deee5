import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

const names = ["redis-server", "valkey-server"];

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The server that this machine has; undefined if it has none. */
export const serverProgram = names.find(isThere);

/** For the name of what is skipped without one. */
export const why = serverProgram ? "" : ` (skipped: there is no ${names.join(" or ")} here)`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** A server on loopback of one's own. */
export interface Server {
  readonly url: string;
  /** With TLS, if it speaks that. */
  readonly tlsUrl?: string;
  /** Looks at it from outside. */
  client(database?: number): Redis;
  /** As a crash would end it; `start` begins it again with what it had. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good. */
  remove(): Promise<void>;
}

export async function redisServer({
  password,
  tls,
  forgets = false,
}: {
  password?: string;
  /** Keeps nothing on disk: a server that is killed begins again empty. */
  forgets?: boolean;
  /** A folder with cert.pem and key.pem: where the server speaks TLS, too. */
  tls?: string;
} = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "grokscape-redis-"));
  const port = await freePort();
  const tlsPort = tls && (await freePort());
  const words = [
    ...["--port", `${port}`],
    ...(tls
      ? ["--tls-port", `${tlsPort}`, "--tls-auth-clients", "no"].concat(
          "--tls-cert-file",
          join(tls, "cert.pem"),
          "--tls-key-file",
          join(tls, "key.pem"),
        )
      : []),
    ...[
      "--bind",
      "127.0.0.1",
      "--dir",
      folder,
      "--save",
      "",
      "--appendonly",
      forgets ? "no" : "yes",
    ],
    ...["--logfile", "", "--daemonize", "no"],
    ...(password ? ["--requirepass", password] : []),
  ];
  const userInfo = password ? `:${encodeURIComponent(password)}@` : "";
  let child: ChildProcess | undefined;
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  const onExit = () => child?.kill("SIGKILL");
  process.once("exit", onExit);
  const server: Server = {
    url: `redis://${userInfo}127.0.0.1:${port}`,
    ...(tls && { tlsUrl: `rediss://${userInfo}127.0.0.1:${tlsPort}` }),
    client(database = 0) {
      return new Redis({ host: "127.0.0.1", port, db: database, password, protocol: 2 });
    },
    kill,
    async start() {
      child = spawn(serverProgram as string, words, { stdio: ["ignore", "pipe", "inherit"] });
      let told = "";
      for await (const text of child.stdout as NodeJS.ReadableStream) {
        told += text;
        if (/Ready to accept connections/.test(told)) break;
      }
      if (!/Ready to accept/.test(told)) throw new Error(`the server did not start:\n${told}`);
    },
    async remove() {
      await kill();
      process.off("exit", onExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
