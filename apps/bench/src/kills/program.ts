import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** The command line's program. */
export const grokscape = at("apps/cli/src/main.ts");
/** Works on a queue for ever: its address, and after how many seconds the run of a dead worker goes on. */
export const workForever = at("packages/experiments/test/node/queue/work-forever.ts");

/** Where Node keeps what it compiled, so that a start costs half. */
const compiled = join(tmpdir(), "grokscape-compiled");

/** Children of this process; none outlives it. */
const alive = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

export interface Begun {
  readonly child: ChildProcess;
  /** Its exit code, null if it was killed, and what it said. */
  readonly ended: Promise<{
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  }>;
}

/**
 * Starts a program of ours in a folder.
 *
 * @param options for Node, and variables of the environment
 */
export function begin(
  words: readonly string[],
  cwd: string,
  options: { readonly node?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): Begun {
  const { node = [], env } = options;
  const own = ["--disable-warning=ExperimentalWarning", "--conditions=@grokscape/source"];
  return run(process.execPath, [...own, ...node, ...words], cwd, env);
}

/** Starts any program in a folder. */
export function run(
  program: string,
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Begun {
  const child = spawn(program, words, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
  });
  alive.add(child);
  child.once("exit", () => alive.delete(child));
  const told = { out: "", err: "" };
  for (const where of ["out", "err"] as const) {
    child[`std${where}`].on("data", (text) => {
      told[where] += text;
    });
  }
  return { child, ended: once(child, "close").then(([code]) => ({ code, ...told })) };
}

/** Ends it by `kill -9`. */
export async function kill({ child, ended }: Begun): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

export const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
