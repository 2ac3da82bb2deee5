import { cssVariables } from "@grokscape/viz/palette";

/** The look of a report: one column to read in, figures a little wider, light and dark. */
export const styleSheet = `
:root { color-scheme: light dark; ${cssVariables("light")}; --grok-background: transparent; --paper: #fdfcfa; --card: #f5f3ee }
@media (prefers-color-scheme: dark) {
  :root { ${cssVariables("dark")}; --grok-background: transparent; --paper: #15181c; --card: #1d2126 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--grok-ink); font: 1.0625rem/1.6 "Source Serif 4", Charter, "Bitstream Charter", Cambria, Georgia, serif; font-variant-numeric: tabular-nums }
main { max-width: 46rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 4.5rem) clamp(1rem, 4vw, 2rem) }
h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance }
h2 { font-size: 1.25rem; margin: 3rem 0 .75rem }
p { margin: 0 0 1rem; max-width: 42rem }
.lead { font-size: 1.2rem }
.when, footer { color: var(--grok-muted); font-size: .92rem }
h1::first-letter { text-transform: uppercase }
figure { margin: 2rem -1rem }
figure svg { width: 100%; height: auto }
figure.narrow { display: none }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .97rem }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--grok-grid) }
thead th { font-weight: 600; color: var(--grok-muted); font-size: .88rem }
tbody th { font-weight: 600; white-space: nowrap }
td.mark { white-space: nowrap }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; margin: 0; font-size: .97rem }
dt { color: var(--grok-muted) }
dd { margin: 0; overflow-wrap: anywhere }
code, pre { font: .88rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
pre { background: var(--card); padding: 1rem; border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere }
details { margin: 1rem 0 }
summary { cursor: pointer; color: var(--grok-muted) }
summary:focus-visible { outline: 2px solid var(--grok-test); outline-offset: 3px }
.memorising { color: var(--grok-train-text); font-weight: 600 }
.generalising { color: var(--grok-test-text); font-weight: 600 }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .6rem } th, td { padding-right: .6rem } }
@media (max-width: 36rem) { figure.narrow { display: block } figure.wide { display: none } }
@media print { body { background: none } }
`;
