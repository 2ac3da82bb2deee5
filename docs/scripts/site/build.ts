import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

// A test runner describes itself in variables that the build would take for its own.
const { BASE_URL, MODE, DEV, PROD, SSR, SITE_URL, ...ownEnvironment } = process.env;

/** Builds the site from its present sources, with a compressed copy beside each text, as hosts have it. */
export async function build(folder: string, base: "" | `/${string}`): Promise<void> {
  const docs = fileURLToPath(new URL("../..", import.meta.url));
  const astro = join(docs, "node_modules/astro/bin/astro.mjs");
  await promisify(execFile)(process.execPath, [astro, "build", "--outDir", folder], {
    cwd: docs,
    env: { ...ownEnvironment, NODE_ENV: "production", SITE_BASE: base },
  });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|js|css|svg|json|wasm)$/.test(name)) continue;
    writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name))));
  }
}
