import { fetchTask } from "@grokscape/group-datasets";
import {
  type EarlierRun,
  featureWaves,
  type NodeWave,
  networkDiagram,
  readingCurve,
} from "@grokscape/viz";
import { drawCurve } from "../demo/curve.ts";
import { count } from "../demo/numbers.ts";
import type { LiveRun } from "../live/live-run.ts";
import type { Draw } from "../live/live-view.ts";
import type { Locale } from "../site/locales.ts";
import { nodeWaves, sideOf } from "./node-waves.ts";
import { articleWords } from "./words/index.ts";

/** What the pictures read of a run, and the runs drawn pale behind it. */
interface Seen extends Pick<LiveRun, "record" | "gradients" | "messages" | "weights"> {
  readonly behind?: readonly EarlierRun[];
  /** Whether a clock's symbols stand in the order in which each wave goes round once. */
  readonly wound?: boolean;
}

type Drawing = (seen: Seen, locale: Locale, task: string) => Draw | Promise<Draw>;

export type View = "curve" | "gradient" | "waves" | "network" | "message";

/** How many of the strongest nodes are shown. */
const most = 12;

/** The pictures of a claim's run. */
export const drawings: Readonly<Record<View, Drawing>> = {
  curve:
    ({ record, behind }, locale) =>
    (width, document) =>
      drawCurve(record, locale, width, { document, behind }),

  gradient: ({ record, gradients, behind }, language) => {
    const { gradient: name, gradientSays: title } = articleWords[language].claimRun;
    const rows = gradients.map(({ step, norm }) => ({ step, value: norm }));
    return (width, document) =>
      readingCurve(record.metrics, { name, rows }, { title, language, width, document, behind });
  },

  message: ({ record, messages, behind }, language) => {
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
      readingCurve(record.metrics, reading, { title, language, width, document, behind });
  },

  async waves({ weights, wound = false }, language, task) {
    const { nodes, dots } = weights
      ? await nodesOf(weights, language, task)
      : { nodes: [], dots: false };
    const choices = { language, dots, wound: wound && dots };
    return (width, document) => featureWaves(nodes, { ...choices, width, document });
  },

  async network({ weights }, language, task) {
    const [{ networkRecord }, { group }] = await Promise.all([
      import("./network-record.ts"),
      fetchTask(task),
    ]);
    if (!group) throw new Error(`${task} has no group`);
    const record = weights
      ? networkRecord(weights, group, articleWords[language].claimRun.answer)
      : { symbols: group.order, nodes: [], inputs: [] };
    return (width, document) => networkDiagram(record, { language, width, document });
  },
};

/** The strongest nodes with what each has become, those of one irrep side by side; on a clock, as dots. */
async function nodesOf(weights: NonNullable<Seen["weights"]>, locale: Locale, task: string) {
  const [{ nodeStates }, { fittedCosine, isClock }, { group }] = await Promise.all([
    import("./node-states.ts"),
    import("./cosine.ts"),
    fetchTask(task),
  ]);
  if (!group) throw new Error(`${task} has no group`);
  const words = articleWords[locale].claimRun;
  const answers = sideOf(weights) === "answers";
  const dots = isClock(group);
  const { of, states } = nodeStates(group, nodeWaves(weights, group.order, most));
  const nodes = states
    .sort((a, b) => (a.irrep ?? of) - (b.irrep ?? of))
    .map(({ wave, kind, irrep, purity }): NodeWave => {
      // a wave over the answers belongs to no one example
      const state = answers && kind === "memorising" ? "mixed" : kind;
      const a = wave.slice(0, group.order);
      const b = answers ? undefined : wave.slice(group.order);
      const operands = { a, ...(b && { b }) };
      if (irrep === null) {
        const name = words[state as Exclude<typeof state, "generalising">];
        return { name, state, ...operands };
      }
      const fit = dots ? fittedCosine(a, b) : undefined;
      const percent = Math.round(purity * 100);
      return {
        name: fit ? words.wave(fit.frequency, percent) : words.node(irrep, percent),
        hue: { place: irrep, of },
        ...operands,
        ...(fit && { fit }),
      };
    });
  return { nodes, dots };
}
