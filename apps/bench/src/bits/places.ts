import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import type { Told } from "./runs.ts";

const mebibytes = 64 * 2 ** 20;

/** Runs the program on some Node, which may be a command with several words. */
export async function tellOfNode(
  program: string,
  words: readonly string[],
  threads: number,
  env: NodeJS.ProcessEnv = {},
): Promise<Told> {
  const [command, ...options] = words;
  const { stdout } = await promisify(execFile)(command, [...options, program, `${threads}`], {
    env: { ...process.env, ...env },
    maxBuffer: mebibytes,
  });
  return JSON.parse(stdout);
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** Minutes that a browser may take. */
const patience = 8;

/**
 * Opens the page in a browser and waits until it tells what came.
 *
 * @param words its program and options; the page's address comes after them, "{profile}" is a folder of its own
 */
export async function tellOfBrowser(
  folder: string,
  words: readonly string[],
  threads: number,
): Promise<Told> {
  const profile = mkdtempSync(join(tmpdir(), "grokscape-browser-"));
  let tell: (told: Told) => void;
  const told = new Promise<Told>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "POST") {
      let body = "";
      request.on("data", (text) => {
        body += text;
      });
      request.on("end", () => {
        response.end();
        tell(JSON.parse(body));
      });
      return;
    }
    const path = join(folder, normalize(pathname === "/" ? "/index.html" : pathname));
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.setHeader("Content-Type", types[extname(path)] ?? "text/plain");
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const [command, ...options] = words.map((word) => word.replace("{profile}", profile));
  let browser: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    browser = spawn(command, [...options, `http://127.0.0.1:${port}/?threads=${threads}`], {
      stdio: "ignore",
      detached: true,
      env: { ...process.env, HOME: profile },
    });
    const tooLate = new Promise<never>((_, reject) => {
      browser?.once("error", reject);
      timer = setTimeout(
        () => reject(new Error(`${command} told nothing in ${patience} minutes`)),
        patience * 60_000,
      );
    });
    return await Promise.race([told, tooLate]);
  } finally {
    clearTimeout(timer);
    if (browser?.pid !== undefined) end(browser.pid);
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A browser is many processes. */
function end(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}
