import { dataset, isAbelian } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { classifyNode, irrepEnergies, type NodeKind } from "@grokscape/theory";
import { type Link, setUp } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import {
  energyHistogram,
  featureTables,
  featureWaves,
  irrepSpectrum,
  learnedTable,
  type NodeWeights,
} from "@grokscape/viz";
import { type HiddenNode, hiddenNodes } from "../outcome/features-learned.ts";
import type { Conclusion } from "../run/conclude.ts";
import { count } from "../terminal/numbers.ts";
import { figure } from "./figure.ts";
import { type Markup, markup } from "./markup.ts";

/** Tables of more pairs are left out: computing all their answers would make the report slow. */
const mostPairs = 40_000;
/** How many nodes have a panel of their own. */
const mostNodes = 6;

/** What the network of the last checkpoint answers, and what its nodes are; null if neither can be drawn. */
export async function networkInPictures(conclusion: Conclusion): Promise<Markup | null> {
  const pictures = [await answers(conclusion), nodes(conclusion)].filter((picture) => picture);
  return pictures.length === 0
    ? null
    : markup`<h2>What the network has become</h2>${pictures as Markup[]}`;
}

/** In place of links that trained, where nothing is trained any more. */
const stillness: Link = { init: () => ({}), update() {} };

/** Which pairs are answered right; null if the task is not on all pairs of its symbols. */
async function answers({ record, task, state, best }: Conclusion): Promise<Markup | null> {
  const { operands, vocabulary: order, size } = task;
  if (!state || operands !== 2 || size !== order ** 2) return null;
  if (size > mostPairs) {
    return markup`<p>Its table of ${count(size)} pairs is too large to be shown here.</p>`;
  }
  const links = record.links && [stillness];
  const { parts, problem } = setUp(record.config, { task, links });
  const all = dataset(task);
  const engine = await fastestEngine(problem);
  const session = await engine.open(problem, links ? { ...state, optimiser: {} } : state);
  const answers = session.predict(all);
  session.dispose();
  const pairOf = (i: number) => all.operands[2 * i] * order + all.operands[2 * i + 1];
  const right = new Uint8Array(size);
  for (let i = 0; i < size; i++) right[pairOf(i)] = answers[i] === all.labels[i] ? 1 : 0;
  const learned = {
    order,
    train: parts.train.map(pairOf),
    unknowable: best?.unknowable.map(pairOf) ?? [],
    frames: [{ step: state.step, right }],
  };
  return figure((options) => learnedTable(learned, options));
}

type Node = HiddenNode & NodeKind & { readonly place: number; readonly norm: number };

/** Irreps, energies and features of the nodes; null where the nodes are no functions on a group. */
function nodes({ record, task, state, nodes, prediction }: Conclusion): Markup | null {
  const { group } = task;
  if (!group || !state || !nodes || task.operands !== 2) return null;
  const start = hiddenNodes(group, initialise(record.config.model, task, record.config.seed));
  const masses = (of: readonly HiddenNode[]) => of.map(({ masses }) => masses);
  const frames = [
    { step: 0, nodes: masses(start) },
    { step: state.step, nodes: masses(nodes) },
  ];
  const classified = nodes.map((node, place): Node => {
    const norm = Math.hypot(...node.weights);
    return { ...node, ...classifyNode(group, node.weights), place, norm };
  });
  const levels = prediction.features.flatMap(({ energy, realDimension }) =>
    energy ? [{ energy: energy.value, name: `E* = M/${2 * realDimension}` }] : [],
  );
  const energies = classified.map(({ kind, weights, norm }) => ({
    kind,
    energy: irrepEnergies(group, weights).reduce((sum, energy) => sum + energy, 0) / norm ** 4,
  }));
  const features = strongest(classified, group.order);
  const drawFeatures = isAbelian(group) ? featureWaves : featureTables;
  return markup`<p>An irrep is to a group what a frequency is to a circle: a node that generalises has most of its weight in one.</p>
${figure((options) => irrepSpectrum(frames, options))}
${levels.length > 0 ? figure((options) => energyHistogram(energies, levels, options)) : null}
${figure((options) => drawFeatures(features, options))}`;
}

/** The strongest node of each irrep; if no node holds an irrep, the strongest nodes. */
function strongest(nodes: readonly Node[], order: number): NodeWeights[] {
  const byNorm = nodes.toSorted((a, b) => b.norm - a.norm);
  const held = byNorm.filter(
    ({ irrep }, i) => irrep !== null && byNorm.findIndex((node) => node.irrep === irrep) === i,
  );
  return (held.length > 0 ? held : byNorm)
    .slice(0, mostNodes)
    .map(({ place, irrep, weights, masses }) => ({
      name: irrep === null ? `node ${place}` : `node ${place}, irrep ${irrep}`,
      a: weights.subarray(0, order),
      b: weights.subarray(order),
      ...(irrep !== null && { hue: { place: irrep, of: masses.length } }),
    }));
}
