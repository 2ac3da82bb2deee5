import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { pagesIn } from "../../scripts/site/serve.ts";
import { base } from "./build.ts";

const folder = inject("site");
const pages = pagesIn(folder);

/** Sources of the pages that people write, in one language. */
const written = (locale: string) =>
  readdirSync(new URL(`../../src/content/docs/${locale}/`, import.meta.url), { recursive: true })
    .map((file) => String(file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".mdx"))
    .sort();

const texts = new Map<string, string>();
function read(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, "utf8");
  texts.set(file, text);
  return text;
}

test("each page is there in both languages", () => {
  expect(written("zh-cn")).toEqual(written("en"));
  const pagesOf = (locale: string) =>
    pages
      .filter((page) => page.startsWith(`/${locale}/`))
      .map((page) => page.slice(`/${locale}`.length));
  expect(pagesOf("en")).toContain("/");
  expect(pagesOf("zh-cn")).toEqual(pagesOf("en"));
});

test("no link leads to something missing", () => {
  const missing: string[] = [];
  for (const page of [...pages.map((page) => `${page}index.html`), "/404.html"]) {
    const html = read(join(folder, page));
    const here = new URL(`http://site${base}${page}`);
    for (const [, link] of html.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
      const { host, pathname, hash } = new URL(link!.replaceAll("&#38;", "&"), here);
      if (host !== "site") continue;
      const path = join(folder, pathname.slice(base.length));
      const file = pathname.endsWith("/") ? join(path, "index.html") : path;
      const found =
        pathname.startsWith(`${base}/`) &&
        existsSync(file) &&
        // what follows "#" in an address of the laboratory is its state
        (hash === "" || pathname.endsWith("/lab/") || hasAnchor(read(file), hash.slice(1)));
      if (!found) missing.push(`${page} → ${link}`);
    }
  }
  expect(missing).toEqual([]);
});

test("every page can be found: it has a title and a description, and names its language", () => {
  for (const page of pages) {
    const html = read(join(folder, page, "index.html"));
    expect(html, page).toMatch(/<title>[^<]{3,}<\/title>/);
    expect(html, page).toMatch(/<meta name="description" content="[^"]{10,}"/);
    expect(html, page).toContain(`<html lang="${page.startsWith("/en/") ? "en" : "zh-CN"}"`);
    expect(html, page).toMatch(/<meta name="viewport" content="[^"]*width=device-width/);
  }
});

test("no page has a script of its own in it, or takes a file from elsewhere", () => {
  for (const page of [...pages.map((page) => `${page}index.html`), "/404.html", "/index.html"]) {
    const html = read(join(folder, page));
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(
      scripts.filter((tag) => !/\ssrc="/.test(tag)),
      page,
    ).toEqual([]);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    expect(policy, page).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    const fetched = html.matchAll(
      /<(?:script|img|iframe|source|video|audio|link rel="(?:stylesheet|preload|modulepreload|icon|shortcut icon|preconnect|dns-prefetch)")\s[^>]*?(?:src|href)="([^"]+)"/g,
    );
    const hosts = [...fetched].map(([, file]) => new URL(file!, "http://site/").host);
    expect([...new Set(hosts)], page).toEqual(["site"]);
    expect(html, page).not.toMatch(/\son[a-z]+="|href="javascript:/);
  }
});

test("both languages can be searched", () => {
  const entry = readFileSync(join(folder, "pagefind/pagefind-entry.json"), "utf8");
  const { languages } = JSON.parse(entry) as { languages: Record<string, { page_count: number }> };
  expect(languages.en!.page_count).toBeGreaterThan(100);
  expect(languages["zh-cn"]!.page_count).toBeGreaterThan(100);
});

/** Whether a page has what a link's fragment names. */
const hasAnchor = (html: string, name: string) =>
  new RegExp(
    `\\s(?:id|name)="?${decodeURIComponent(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["\\s>]`,
  ).test(html);
