import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import sirv from "sirv";

// The test runner describes itself in variables that the build would take for its own.
const { BASE_URL, MODE, DEV, PROD, SSR, SITE_URL, ...ownEnvironment } = process.env;

export interface BuiltSite {
  /** Where its files are. */
  readonly folder: string;
  /** The path it is served under: "" or "/grokscape". */
  readonly base: string;
  /** Its public address, without a slash at the end. */
  readonly url: string;
  /** Its pages, as paths below the base: "/en/". */
  readonly pages: readonly string[];
  close(): void;
}

/**
 * Builds the site from its present sources, for serving under a path, and serves it as a plain static
 * host does.
 *
 * @param headers that the host sends with every file
 */
export async function buildAndServe(
  base: "" | `/${string}`,
  headers: Readonly<Record<string, string>> = {},
): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), "grokscape-site-"));
  const docs = fileURLToPath(new URL("..", import.meta.url));
  const astro = join(docs, "node_modules/astro/bin/astro.mjs");
  await promisify(execFile)(process.execPath, [astro, "build", "--outDir", folder], {
    cwd: docs,
    env: { ...ownEnvironment, NODE_ENV: "production", SITE_BASE: base },
  });

  compress(folder);
  const files = sirv(folder, { dev: true, gzip: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const missing = () => {
      response.statusCode = 404;
      response.end();
    };
    if (!request.url?.startsWith(`${base}/`)) return missing();
    request.url = request.url.slice(base.length);
    files(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    folder,
    base,
    url: `http://127.0.0.1:${port}${base}`,
    pages: readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /^(en|zh-cn)\b.*index\.html$/.test(name))
      .map((name) => `/${name.replaceAll("\\", "/").slice(0, -"index.html".length)}`)
      .sort(),
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lays a compressed copy beside each text, as hosts do when they are first asked for it. */
function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|js|css|svg|json|wasm)$/.test(name)) continue;
    writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name))));
  }
}
