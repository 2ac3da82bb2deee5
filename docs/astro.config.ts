import { createRequire } from "node:module";
import { unified } from "@astrojs/markdown-remark";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { apiReference } from "./src/site/api-reference.ts";
import { contentSecurityPolicy } from "./src/site/content-security-policy.ts";
import { focusableFormulas } from "./src/site/focusable-formulas.ts";

const source = "@grokscape/source";

// One KaTeX everywhere, the one that rehype-katex renders with: class names differ between versions.
const rehypeKatexRequire = createRequire(import.meta.resolve("rehype-katex"));
const katexStyles = rehypeKatexRequire.resolve("katex/dist/katex.min.css");

const server = {
  resolve: {
    conditions: [source, ...defaultServerConditions],
    noExternal: [/^@grokscape\//],
  },
};

export default defineConfig({
  // SITE_BASE=/grokscape serves the site under that path; SITE_URL is its public origin.
  base: process.env.SITE_BASE || "/",
  site: process.env.SITE_URL || undefined,
  trailingSlash: "always",
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [rehypeKatex, focusableFormulas],
    }),
  },
  integrations: [
    apiReference(),
    starlight({
      title: "Grokscape",
      favicon: "/favicon.svg",
      defaultLocale: "en",
      locales: {
        en: { label: "English", lang: "en" },
        "zh-cn": { label: "简体中文", lang: "zh-CN" },
      },
      sidebar: [
        { slug: "get-started" },
        {
          label: "Packages",
          translations: { "zh-CN": "软件包" },
          items: [{ autogenerate: { directory: "guides" } }],
        },
        { label: "Gallery", translations: { "zh-CN": "图库" }, link: "/gallery/" },
        {
          label: "Contribute",
          translations: { "zh-CN": "参与" },
          items: [{ autogenerate: { directory: "contribute" } }],
        },
        {
          label: "Reference",
          translations: { "zh-CN": "参考手册" },
          items: [{ autogenerate: { directory: "api" } }],
        },
      ],
      components: {
        Head: "./src/components/Head.astro",
        Header: "./src/components/Header.astro",
        LanguageSelect: "./src/components/LanguageSelect.astro",
        MarkdownContent: "./src/components/MarkdownContent.astro",
        Sidebar: "./src/components/Sidebar.astro",
        Footer: "./src/components/Footer.astro",
        PageTitle: "./src/components/PageTitle.astro",
        ThemeProvider: "./src/components/ThemeProvider.astro",
        ThemeSelect: "./src/components/ThemeSelect.astro",
      },
      customCss: [
        "./src/styles/fonts.css",
        katexStyles,
        "./src/styles/theme.css",
        "./src/styles/prose.css",
        "./src/styles/embed.css",
        "./src/styles/print.css",
      ],
      expressiveCode: {
        themes: ["github-light", "github-dark"],
        frames: false,
        // a line that scrolls would need a name of its own
        defaultProps: { wrap: true },
        styleOverrides: { borderRadius: "4px" },
      },
      credits: false,
      disable404Route: true,
    }),
    contentSecurityPolicy(),
  ],
  vite: {
    resolve: {
      conditions: [source, ...defaultClientConditions],
      alias: { katex: rehypeKatexRequire.resolve("katex/dist/katex.mjs") },
    },
    environments: { ssr: server, prerender: server },
    // A data: address would break the content security policy.
    build: { assetsInlineLimit: 0 },
    worker: { format: "es" },
  },
});
