import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { vi } from "vitest";
import { commandLine } from "../src/command-line.ts";

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once standard output holds this text. */
  says(text: string): Promise<void>;
  /** The same of standard error. */
  warns(text: string): Promise<void>;
}

/** How to start the program, as `sh` takes it. */
const programWords: readonly string[] = [
  process.execPath,
  "--disable-warning=ExperimentalWarning",
  "--conditions=@grokscape/source",
  fileURLToPath(new URL("../src/main.ts", import.meta.url)),
];

/** Starts the real program in a process of its own. */
export function start(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Started {
  const [node, ...options] = programWords;
  return watch(
    spawn(node, [...options, ...words], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    }),
  );
}

/** None outlives the tests, nor what it started, also where one runs out of time. */
const alive = new Set<ChildProcess>();
process.once("exit", () => {
  for (const { pid } of alive) {
    try {
      process.kill(-(pid as number), "SIGKILL");
    } catch {
      // it has ended meanwhile
    }
  }
});

function watch(child: ChildProcess): Started {
  alive.add(child);
  child.once("close", () => alive.delete(child));
  const told = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    told.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    told.err += chunk;
  });
  const holds = async (where: "out" | "err", text: string) => {
    const stream = (where === "out" ? child.stdout : child.stderr) as NodeJS.ReadableStream;
    while (!told[where].includes(text)) {
      if (!alive.has(child))
        throw new Error(`it ended without saying "${text}":\n${told.out}${told.err}`);
      await Promise.race([once(stream, "data"), once(child, "close")]);
    }
  };
  return {
    child,
    ended: once(child, "close").then(([code, signal]) => ({ code, signal, ...told })),
    says: (text) => holds("out", text),
    warns: (text) => holds("err", text),
  };
}

export const grokscape = (
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> => start(words, cwd, env).ended;

/** What `sh` has to be told to take `grokscape`, `npx grokscape` and `npm start` for a program. */
const known = (program: string) => `grokscape() { ${program} "$@"; }
npx() { shift; grokscape "$@"; }
npm() { shift; if [ "$1" = -- ]; then shift; fi; grokscape "$@"; }`;

/** Gives a line of commands to `sh`. */
export async function shell(line: string, cwd: string): Promise<Ended> {
  const program = known(programWords.map((word) => `'${word}'`).join(" "));
  const child = spawn("sh", ["-c", `${program}\n${line}`], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  return watch(child).ended;
}

/** Does the same as `grokscape` in this process, which is quicker. */
export async function here(
  words: string | readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Omit<Ended, "signal">> {
  const told = { out: "", err: "" };
  const hear = (stream: NodeJS.WriteStream, where: "out" | "err") =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      told[where] += text;
      return true;
    });
  const spies = [hear(process.stdout, "out"), hear(process.stderr, "err")];
  const before = { cwd: process.cwd(), env: process.env };
  process.chdir(cwd);
  process.env = { ...before.env, ...env };
  try {
    const code = await commandLine(
      typeof words === "string" ? words.split(" ").filter(Boolean) : words,
    );
    return { code, ...told };
  } finally {
    process.chdir(before.cwd);
    process.env = before.env;
    for (const spy of spies) spy.mockRestore();
  }
}

/** Does what a printed line says, in this process: `sh` reads it, and must find a program of ours. */
export async function pasted(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Omit<Ended, "signal">> {
  const { stdout } = await promisify(execFile)("sh", ["-c", `${known("printf '%s\\0'")}\n${line}`]);
  return here(stdout.split("\0").slice(0, -1), cwd, env);
}
