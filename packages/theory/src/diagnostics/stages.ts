import { InputError } from "@grokscape/group-datasets";
import { list, mustBe, number, record } from "@grokscape/group-datasets/forms";
import type { Diagnosis } from "./diagnose.ts";

/** I lazy, II independent and III interactive feature learning. */
export type Stage = 1 | 2 | 3;

/** A stage, and the steps of the first and the last diagnosis in it. */
export interface StageSpan {
  readonly stage: Stage;
  readonly since: number;
  readonly until: number;
}

/** From this cosine on G_F carries the target, and nodes follow their energies. */
const carries = 0.5;
/** Weight in features, above what random weights show by chance, from which they interact. */
const grown = 0.25;

const diagnosisForm = record({ gradient: record({ alignment: number }), learned: number });

/**
 * The stage of a network. II: the gradient carries the target, its cosine with ỸỸᵀF̃ is at least ½.
 * Else III where features have grown, at least a quarter of the weight that was none at first, so
 * that what is left of the gradient is what they do to each other; and I where they have not, and
 * the gradient is noise. The two borders were set on runs of Z_17, Z_23 and D_6 with x² and Adam.
 *
 * @param start the network before its first step: in small groups some random weights look like
 * features
 */
export function stageOf(
  diagnosis: Pick<Diagnosis, "gradient" | "learned">,
  start: Pick<Diagnosis, "learned">,
): Stage {
  mustBe("diagnosis", diagnosisForm, diagnosis);
  mustBe("start", record({ learned: number }), start);
  const { gradient, learned } = diagnosis;
  if (gradient.alignment >= carries) return 2;
  const gain = start.learned < 1 ? (learned - start.learned) / (1 - start.learned) : 0;
  return gain >= grown ? 3 : 1;
}

/**
 * The stages that a run went through, and since when it is in the last one. A run can fall back: once
 * its top layer has fitted the data it may be lazy again until weight decay lets features grow.
 *
 * @param diagnoses of one run, by step, the first before training
 * @throws InputError if there are none, or the steps do not ascend
 */
export function stageSpans(
  diagnoses: readonly Pick<Diagnosis, "step" | "gradient" | "learned">[],
): StageSpan[] {
  mustBe("diagnoses", list(record({ step: number })), diagnoses);
  if (diagnoses.length === 0) throw new InputError("no diagnoses", "give at least the first");
  const spans: { stage: Stage; since: number; until: number }[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const diagnosis of diagnoses) {
    const { step } = diagnosis;
    if (!(step > before)) throw new InputError(`step ${step} after ${before}`, "steps ascend");
    before = step;
    const stage = stageOf(diagnosis, diagnoses[0]);
    const last = spans.at(-1);
    if (last?.stage === stage) last.until = step;
    else spans.push({ stage, since: step, until: step });
  }
  return spans;
}
