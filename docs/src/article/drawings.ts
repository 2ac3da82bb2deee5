import { fetchTask } from "@grokscape/group-datasets";
import { featureWaves, type NodeWave, readingCurve } from "@grokscape/viz";
import { drawCurve } from "../demo/curve.ts";
import { count } from "../demo/numbers.ts";
import type { LiveRun } from "../live/live-run.ts";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import { nodeWaves, sideOf } from "./node-waves.ts";
import { articleWords } from "./words/index.ts";

/** What the pictures read of a run. */
type Seen = Pick<LiveRun, "record" | "gradients" | "messages" | "weights">;

type Drawing = (seen: Seen, locale: Locale, task: string) => Draw | Promise<Draw>;

export type View = "curve" | "gradient" | "waves" | "message";

/** How many of the strongest nodes are shown. */
const most = 12;

/** The pictures of a claim's run. */
export const drawings: Readonly<Record<View, Drawing>> = {
  curve:
    ({ record }, locale) =>
    (width, document) =>
      drawCurve(record, locale, width, { document }),

  gradient: ({ record, gradients }, language) => {
    const { gradient: name, gradientSays: title } = articleWords[language].claimRun;
    const rows = gradients.map(({ step, norm }) => ({ step, value: norm }));
    return (width, document) =>
      readingCurve(record.metrics, { name, rows }, { title, language, width, document });
  },

  message: ({ record, messages }, language) => {
    const words = articleWords[language].claimRun;
    const labels = messages.at(-1)?.labelBits;
    const reading = {
      name: words.message,
      rows: messages.map(({ step, bits, testAccuracy }) => ({
        step,
        value: Math.round(bits),
        testAccuracy,
      })),
      level: {
        name: words.labels(labels === undefined ? "" : count(Math.round(labels))),
        value: labels ?? Number.NaN,
      },
      madeFrom: words.readBack,
    };
    const title = words.messageSays;
    return (width, document) =>
      readingCurve(record.metrics, reading, { title, language, width, document });
  },

  async waves({ weights }, language, task) {
    const nodes = weights ? await nodesOf(weights, language, task) : [];
    return (width, document) => featureWaves(nodes, { language, width, document });
  },
};

/** The strongest nodes with what each has become, those of one irrep side by side. */
async function nodesOf(
  weights: NonNullable<Seen["weights"]>,
  locale: Locale,
  task: string,
): Promise<NodeWave[]> {
  const [{ nodeStates }, { group }] = await Promise.all([
    import("./node-states.ts"),
    fetchTask(task),
  ]);
  if (!group) throw new Error(`${task} has no group`);
  const words = articleWords[locale].claimRun;
  const answers = sideOf(weights) === "answers";
  const { of, states } = nodeStates(group, nodeWaves(weights, group.order, most));
  return states
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
}
