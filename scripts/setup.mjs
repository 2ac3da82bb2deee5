import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { packageManager, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The Node that the workspace brings with it; the machine's own only has to start these scripts. */
export const node = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Runs pnpm at the workspace's version, through npx, so that nobody has to install it. */
export function pnpm(args, options = {}) {
  return spawnSync("npx", ["--yes", packageManager, ...args], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
}

/** The same while other work goes on: resolves to whether it succeeded, and to what it said unless that was shown at once. */
export function pnpmBeside(args, { shown = false, ...options } = {}) {
  const child = spawn("npx", ["--yes", packageManager, ...args], {
    cwd: root,
    stdio: ["ignore", ...(shown ? ["inherit", "inherit"] : ["pipe", "pipe"])],
    shell: process.platform === "win32",
    ...options,
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => said.push(part));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, said: `${error}\n` }));
    child.once("close", (code) =>
      resolve({ ok: code === 0, said: Buffer.concat(said).toString() }),
    );
  });
}

/** Installs the workspace unless it is installed just as the lockfile has it. Ends the process if it cannot. */
export function ensureInstalled() {
  refuseOldNode();
  const stamp = join(root, "node_modules/.grokscape-installed");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(node)) return;
  console.log("Installing what Grokscape needs (once, about a minute) …");
  const { status } = pnpm(["install", "--frozen-lockfile"]);
  if (status !== 0) {
    console.error("The installation failed; what pnpm printed above says why.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const first = { 20: 19, 22: 12 }[major]; // the first minor release of each that loads ES modules by require()
  if (first === undefined ? major > 22 : minor >= first) return;
  console.error(`Grokscape needs Node ${engines.node}; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Changes whenever an install could have another result. */
function fingerprint() {
  const hash = createHash("sha256");
  const manifests = ["packages", "apps"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  for (const file of [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "package.json",
    "docs/package.json",
    ...manifests.sort(),
  ]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}
