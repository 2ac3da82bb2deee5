import { fetchTask } from "@grokscape/group-datasets";
import type { LivePicture, NodeWave } from "@grokscape/viz";
import type { LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { nodeWaves, sideOf } from "./node-waves.ts";
import { articleWords } from "./words/index.ts";

/** How many of the strongest nodes are shown. */
const most = 12;

/** Draws the strongest hidden nodes of a run in progress as waves over the group's elements. */
export class WavesView {
  readonly #box: HTMLElement;
  readonly #locale: Locale;
  readonly #task: () => string;
  readonly #empty: readonly Node[];
  #nodes: readonly NodeWave[] = [];
  #picture?: LivePicture;
  /** How often it was cleared: what was begun before is not shown. */
  #cleared = 0;

  /** @param box holds what stands there before a run, which `clear` brings back */
  constructor(box: HTMLElement, locale: Locale, task: () => string) {
    this.#box = box;
    this.#locale = locale;
    this.#task = task;
    this.#empty = [...box.childNodes];
  }

  clear(): void {
    this.#cleared++;
    this.#picture?.stop();
    this.#picture = undefined;
    this.#box.replaceChildren(...this.#empty);
  }

  async show({ weights }: LiveRun): Promise<void> {
    if (!weights) return;
    const cleared = this.#cleared;
    const [{ nodeStates }, { featureWaves, livePicture }, { group }] = await Promise.all([
      import("./node-states.ts"),
      import("@grokscape/viz"),
      fetchTask(this.#task()),
    ]);
    if (!group || cleared !== this.#cleared) return;
    const words = articleWords[this.#locale].claimRun;
    const answers = sideOf(weights) === "answers";
    const { of, states } = nodeStates(group, nodeWaves(weights, group.order, most));
    this.#nodes = states
      .sort((a, b) => (a.irrep ?? of) - (b.irrep ?? of))
      .map(({ wave, kind, irrep, purity }): NodeWave => {
        // a wave over the answers belongs to no one example
        const state = answers && kind === "memorising" ? "mixed" : kind;
        return {
          name:
            irrep === null
              ? words[state as Exclude<typeof state, "generalising">]
              : words.node(irrep, Math.round(purity * 100)),
          a: wave.subarray(0, group.order),
          ...(!answers && { b: wave.subarray(group.order) }),
          ...(irrep === null ? { state } : { hue: { place: irrep, of } }),
        };
      });
    if (this.#picture) return this.#picture.update();
    this.#box.replaceChildren();
    this.#picture = livePicture(this.#box, (width) =>
      featureWaves(this.#nodes, { width, language: this.#locale }),
    );
  }
}
