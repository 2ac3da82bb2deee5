import { mkdirSync, writeFileSync } from "node:fs";
import { cssVariables, type Theme } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { examples } from "./index.ts";

/**
 * Builds the gallery into gallery/dist: index.html as a reader meets it, a page for each theme and
 * width to look at, and each picture as a file.
 */
const folder = new URL("dist/", import.meta.url);
mkdirSync(new URL("svg/", folder), { recursive: true });

const style = `body{margin:0;padding:2rem 1rem;font-family:var(--grok-font,system-ui,sans-serif);background:#f4f4f2;color:#1c1f23}
main{max-width:1640px;margin:auto;display:grid;gap:2.5rem;justify-items:center}
figure{margin:0;max-width:100%}
h1{font-size:1.6rem;margin:0}
.scroll{overflow-x:auto;max-width:min(100%,45rem);font-variant-numeric:tabular-nums;font-size:.875rem}
summary{cursor:pointer;padding:.5rem 0}
th,td{padding:.15rem .6rem;text-align:right}caption{text-align:left;padding:.4rem 0}
.wide{display:none}
@media (min-width:44rem){.wide{display:block}.narrow{display:none}}
@media (prefers-color-scheme:dark){body{background:#0c0e10;color:#e8eaed}}
body.dark{background:#0c0e10;color:#e8eaed}body.light{background:#f4f4f2;color:#1c1f23}`;

const svg = (example: (typeof examples)[number], width: number, theme: Theme) =>
  renderToString((document) => example.draw({ document, width, theme }));

const page = (title: string, body: string, theme = "") => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body class="${theme}">
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

const write = (name: string, content: string) => writeFileSync(new URL(name, folder), content);

const figures = examples.map((example) => {
  const table = renderToString((document) => example.table({ document }));
  return `<figure id="${example.id}">
<div class="wide">${svg(example, 680, "auto")}</div><div class="narrow">${svg(example, 340, "auto")}</div>
<details><summary>The numbers of ${example.id}</summary><div class="scroll" tabindex="0" role="region" aria-label="The numbers of ${example.id}">${table}</div></details>
</figure>`;
});
write("index.html", page("Pictures of grokking", figures.join("\n")));

for (const theme of ["light", "dark"] as const) {
  for (const width of [360, 1600]) {
    const all = examples.map((example) => `<figure>${svg(example, width, "auto")}</figure>`);
    const variables = `<style>:root{${cssVariables(theme)}}</style>`;
    write(
      `${theme}-${width}.html`,
      page(`${theme}, ${width} px`, variables + all.join("\n"), theme),
    );
  }
  for (const example of examples) {
    write(`svg/${example.id}-${theme}.svg`, svg(example, 720, theme));
  }
}
