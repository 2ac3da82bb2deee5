import { weightSpectrum } from "@grokscape/measures";
import { type MetricRow, type RunConfig, taskOf } from "@grokscape/trainer";
import type { FolderOptions, StoredRun } from "@grokscape/trainer/node";
import type { SpectrumRow } from "@grokscape/viz";
import { hasReadableNodes } from "./features-learned.ts";

/**
 * What a run keeps of its network on the way, for its report: how the weight of the hidden layer is shared
 * between irreps, at the start and at three rows between each power of two and the next. Nothing where its nodes
 * are no functions on a group.
 */
export function readingsOf(config: RunConfig): FolderOptions["readings"] {
  const { group } = taskOf(config);
  if (!group || !hasReadableNodes(config.model)) return undefined;
  return {
    spectrum: {
      due: (rows) => thirdOf(rows.at(-1)) !== thirdOf(rows.at(-2)),
      read: ({ weights }) =>
        weightSpectrum(group, weights.W).map((share) => Number(share.toPrecision(4))),
    },
  };
}

/** ⌊3·log₂(step)⌋ + 1, in exact arithmetic: how many binary digits step³ has. */
const thirdOf = (row: MetricRow | undefined): number | undefined =>
  row && (row.step * row.step * row.step).toString(2).length;

/** The spectra that a run has kept, by step. */
export const spectraOf = ({ readings }: StoredRun): SpectrumRow[] =>
  readings.flatMap(({ step, spectrum }) => (Array.isArray(spectrum) ? [{ step, spectrum }] : []));
