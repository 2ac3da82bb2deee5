import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** Gives every built page a policy: only this site's files, and the inline styles it was built with. */
export function contentSecurityPolicy(): AstroIntegration {
  let base = "/";
  return {
    name: "content-security-policy",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/, "/");
      },
      "astro:build:done": async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const names = await readdir(folder, { recursive: true });
        const scripts = new Map<string, string>();
        for (const name of names.filter((name) => name.endsWith(".html"))) {
          const file = join(folder, name);
          const html = withoutInlineScripts(await readFile(file, "utf8"), base, scripts);
          await writeFile(file, withPolicy(html));
        }
        for (const [name, script] of scripts) await writeFile(join(folder, name), script);
      },
    },
  };
}

/**
 * The page with each script that stands in it moved to a file of its own, which runs at the same place.
 *
 * @param scripts the files, by their names in the site's folder; receives what is new
 */
function withoutInlineScripts(html: string, base: string, scripts: Map<string, string>): string {
  return html.replace(inlineScript, (_, attributes: string, script: string) => {
    const hash = createHash("sha256").update(script).digest("hex").slice(0, 8);
    const name = `_astro/inline.${hash}.js`;
    scripts.set(name, script);
    return `<script${attributes} src="${base}${name}"></script>`;
  });
}

const inlineScript = /<script((?:\s(?!src=)[^\s=>]+(?:="[^"]*")?)*)>([\s\S]*?)<\/script>/g;

/** The page with its policy in the head, after the character set. */
function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
}

function policyOf(html: string): string {
  return Object.entries({
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src-elem": ["'self'", ...styleHashes(html)].join(" "),
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

/** Hashes of the styles that stand in the page itself, those inside pictures too. */
function styleHashes(html: string): string[] {
  const styles = html.matchAll(/<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/g);
  const hashes = [...styles].map(([, content]) =>
    createHash("sha256").update(content).digest("base64"),
  );
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
