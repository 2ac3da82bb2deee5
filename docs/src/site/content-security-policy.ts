import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** Gives every built page a policy: only this site's files, and the inline blocks it was built with. */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: "content-security-policy",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const names = await readdir(folder, { recursive: true });
        for (const name of names.filter((name) => name.endsWith(".html"))) {
          const file = join(folder, name);
          await writeFile(file, withPolicy(await readFile(file, "utf8")));
        }
      },
    },
  };
}

/** The page with its policy in the head, after the character set. */
function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
}

function policyOf(html: string): string {
  return Object.entries({
    "default-src": "'none'",
    "script-src": ["'self'", "'wasm-unsafe-eval'", ...inlineHashes(html, "script")].join(" "),
    "style-src-elem": ["'self'", ...inlineHashes(html, "style")].join(" "),
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}

/** Hashes of the blocks that stand in the page itself, those inside pictures too. */
function inlineHashes(html: string, tag: "script" | "style"): string[] {
  const blocks = html.matchAll(new RegExp(`<${tag}(\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, "g"));
  const hashes = [...blocks]
    .filter(([, attributes = ""]) => !/\ssrc\s*=/.test(attributes))
    .map(([, , content]) => createHash("sha256").update(content).digest("base64"));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
