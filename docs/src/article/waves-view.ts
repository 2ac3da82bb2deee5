import { fetchedTask } from "../live/fetched-task.ts";
import type { LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { nodeWaves, sideOf } from "./node-waves.ts";
import { articleWords } from "./words/index.ts";

/** How many of the strongest nodes are shown. */
const most = 12;
/** Milliseconds between two drawings. */
const apart = 120;
const [width, height, gap] = [120, 56, 8];

/** Draws the strongest hidden nodes of a run in progress: their waves a(g) over the group's elements. */
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
    const now = performance.now();
    if (!weights || (state === "running" && now - this.#drawnAt < apart)) return;
    this.#drawnAt = now;
    const { classifyNode } = await import("@grokscape/theory");
    const { group } = await fetchedTask(this.#task());
    if (!group) return;
    const words = articleWords[this.#locale].claimRun;
    const answers = sideOf(weights) === "answers";
    const nodes = nodeWaves(weights, group.order, most)
      .map((wave) => ({ wave, node: classifyNode(group, wave) }))
      // a wave over the answers belongs to no one example
      .map(({ wave, node }) => ({
        wave,
        node: answers && node.kind === "memorising" ? ({ ...node, kind: "mixed" } as const) : node,
      }))
      .sort((a, b) => (a.node.irrep ?? 999) - (b.node.irrep ?? 999));
    const pictures = nodes.map(({ wave, node: { kind, irrep, purity } }) => {
      const name =
        kind === "generalising"
          ? words.node(irrep as number, Math.round(purity * 100))
          : words[kind];
      return `<figure><svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><path class="${kind}" d="${line(wave, group.order)}"/></svg><figcaption>${name}</figcaption></figure>`;
    });
    this.#box.innerHTML = pictures.join("");
  }
}

/** The line of a(g) over g. */
function line(wave: Float64Array, order: number): string {
  const a = wave.subarray(0, order);
  const largest = Math.max(...a.map(Math.abs), 1e-12);
  return Array.from(a, (value, g) => {
    const x = gap + ((width - 2 * gap) * g) / (order - 1);
    const y = height / 2 - ((height / 2 - 4) * value) / largest;
    return `${g ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join("");
}
