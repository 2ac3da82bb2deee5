import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

export interface ServedSite {
  /** Its public address, without a slash at the end. */
  readonly url: string;
  /** Its pages, as paths below the base: "/en/". */
  readonly pages: readonly string[];
  close(): void;
}

/**
 * Serves a built site under a path, as a plain static host does.
 *
 * @param headers that the host sends with every file
 */
export async function serve(
  folder: string,
  base: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
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
    url: `http://127.0.0.1:${port}${base}`,
    pages: pagesIn(folder),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(en|zh-cn)\b.*index\.html$/.test(name))
    .map((name) => `/${name.replaceAll("\\", "/").slice(0, -"index.html".length)}`)
    .sort();
