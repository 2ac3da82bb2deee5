import { task as taskById } from "@grokscape/group-datasets";
import type { LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** How many of the strongest nodes are shown. */
const most = 12;
/** Milliseconds between two drawings. */
const apart = 120;
const [width, height, gap] = [120, 56, 8];

/** Draws the strongest hidden nodes of a run in progress: their weights a(g) over the group's elements. */
export class WavesView {
  readonly #box: HTMLElement;
  readonly #locale: Locale;
  readonly #task: () => string;
  #drawnAt = 0;

  constructor(box: HTMLElement, locale: Locale, task: () => string) {
    this.#box = box;
    this.#locale = locale;
    this.#task = task;
    this.clear();
  }

  clear(): void {
    const words = articleWords[this.#locale].claimRun;
    this.#box.classList.add("waves-view");
    this.#box.replaceChildren(
      Object.assign(document.createElement("p"), { textContent: words.noNodes }),
    );
  }

  async show({ weights, state }: LiveRun): Promise<void> {
    const W = weights?.W;
    const now = performance.now();
    if (!W || (state === "running" && now - this.#drawnAt < apart)) return;
    this.#drawnAt = now;
    const { classifyNode } = await import("@grokscape/theory");
    const { group } = taskById(this.#task());
    if (!group) return;
    const words = articleWords[this.#locale].claimRun;
    const [rows, columns] = W.shape as [number, number];
    const nodes = Array.from({ length: columns }, (_, j) => {
      const w = Float64Array.from({ length: rows }, (_, i) => W.data[i * columns + j]!);
      return { w, norm: Math.hypot(...w) };
    })
      .sort((a, b) => b.norm - a.norm)
      .slice(0, most)
      .map(({ w }) => ({ w, kind: classifyNode(group, w) }))
      .sort((a, b) => (a.kind.irrep ?? 999) - (b.kind.irrep ?? 999));
    const pictures = nodes.map(({ w, kind }) => {
      const name =
        kind.kind === "generalising"
          ? words.node(kind.irrep as number, Math.round(kind.purity * 100))
          : words[kind.kind];
      return `<figure><svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><path class="${kind.kind}" d="${wave(w, group.order)}"/></svg><figcaption>${name}</figcaption></figure>`;
    });
    this.#box.innerHTML = pictures.join("");
  }
}

/** The line of a(g) over g. */
function wave(w: Float64Array, order: number): string {
  const a = w.subarray(0, order);
  const largest = Math.max(...a.map(Math.abs), 1e-12);
  return Array.from(a, (value, g) => {
    const x = gap + ((width - 2 * gap) * g) / (order - 1);
    const y = height / 2 - ((height / 2 - 4) * value) / largest;
    return `${g ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join("");
}
