import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

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
}

/** Starts the real program in a process of its own. */
export function start(words: readonly string[], cwd: string): Started {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--conditions=@grokscape/source", program, ...words],
    { cwd, stdio: ["ignore", "pipe", "pipe"] },
  );
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  return {
    child,
    ended: once(child, "close").then(([code, signal]) => ({ code, signal, out, err })),
    async says(text) {
      while (!out.includes(text)) {
        if (child.exitCode !== null)
          throw new Error(`it ended without saying "${text}":\n${out}${err}`);
        await once(child.stdout as NonNullable<typeof child.stdout>, "data");
      }
    },
  };
}

export const grokscape = (words: readonly string[], cwd: string): Promise<Ended> =>
  start(words, cwd).ended;
