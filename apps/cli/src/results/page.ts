import type { StoredBorders, StoredSweep } from "@grokscape/experiments/node";
import { figure } from "../report/figure.ts";
import { type Markup, markup, trusted } from "../report/markup.ts";
import { styleSheet } from "../report/style-sheet.ts";
import { borderTables, lawsTitle } from "../terminal/border-text.ts";
import { count } from "../terminal/numbers.ts";
import { growth, transitions } from "./borders.ts";
import type { Cells } from "./cells.ts";
import type { Draw } from "./picture.ts";

/** Longer tables are for programs. */
const mostRows = 2000;

/** Results as one page that needs nothing else: borders, picture, groups, runs, and the sweep itself. */
export function resultsPage({
  store,
  sweep,
  command,
  borders,
  draw,
  groups,
  runs,
}: {
  readonly store: string;
  readonly sweep: StoredSweep | null;
  readonly command: string;
  readonly borders: StoredBorders | null;
  readonly draw: Draw;
  readonly groups: Cells;
  readonly runs: Cells;
}): string {
  const text = (words: string | { readonly en: string } | undefined) =>
    typeof words === "object" ? words.en : words;
  const title = text(sweep?.sweep.title) ?? sweep?.sweep.id ?? store;
  const question = text(sweep?.sweep.question);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Grokscape</title>
<style>${trusted(styleSheet)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${question ? markup`<p class="lead">${question}</p>` : null}
<p class="when">${count(runs.rows.length)} runs.</p>
${borders && bordersPart(borders)}
${figure(draw)}
<h2>What came</h2>
<p>A run came if it answered 99 % of what was held out. Shares with Wilson's 95 % interval; medians of all runs, those that never came as later than all, with a 95 % interval by the bootstrap.</p>
${tableOf(groups)}
<h2>How to get this page</h2>
<pre>${command}</pre>
<details><summary>All runs</summary>${tableOf({ ...runs, rows: runs.rows.slice(0, mostRows) })}
${runs.rows.length > mostRows ? markup`<p>And ${count(runs.rows.length - mostRows)} more.</p>` : null}</details>
${sweep && markup`<details><summary>The sweep</summary><pre>${JSON.stringify(sweep.sweep, null, 2)}</pre></details>`}
</main>
</body>
</html>
`;
  return page.html;
}

function bordersPart(found: StoredBorders): Markup {
  const { borders, laws, growth: grows } = borderTables(found);
  const drawGrowth = growth(found);
  return markup`<h2>Borders</h2>
${figure(transitions(found))}
${tableOf(borders)}
${drawGrowth && figure(drawGrowth)}
${laws ? markup`<h3>${lawsTitle}</h3>${tableOf(laws)}` : null}
${grows ? markup`<p>${grows}</p>` : null}`;
}

const tableOf = ({ columns, rows }: Cells): Markup => markup`<div class="scroll"><table>
<thead><tr>${columns.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([first, ...others]) =>
    markup`<tr><th scope="row">${first}</th>${others.map((text) => markup`<td>${text}</td>`)}</tr>
`,
)}</tbody></table></div>`;
