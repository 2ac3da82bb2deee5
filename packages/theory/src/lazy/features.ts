import { InputError } from "@grokscape/group-datasets";
import { list, mustBe, whole } from "@grokscape/group-datasets/forms";
import { someFeatures } from "../input/kinds.ts";
import { centreColumns, type RealMatrix, zeros } from "../numerics/real-matrix.ts";

/** What the top layer sees: features of n samples and their labels. */
export interface FeatureData {
  /** F = σ(XW), n × K, not centred. */
  readonly features: RealMatrix;
  /** n labels in [0, classes). */
  readonly labels: ArrayLike<number>;
  /** M. */
  readonly classes: number;
}

/** Ỹ = P₁⊥Y: the one-hot labels, n × M, less their mean over the samples. */
export function centredTarget(labels: ArrayLike<number>, classes: number): RealMatrix {
  mustBe("labels", list(whole(0)), labels);
  mustBe("classes", whole(1), classes);
  checkRange(labels, classes);
  const target = zeros(labels.length, classes);
  for (let i = 0; i < labels.length; i++) target.data[i * classes + labels[i]] = 1;
  return centreColumns(target);
}

function checkRange(labels: ArrayLike<number>, classes: number): void {
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] >= 0 && labels[i] < classes) continue;
    throw new InputError(`label ${labels[i]} of sample ${i}`, `labels are 0 … ${classes - 1}`);
  }
}

/** @throws InputError unless there is a label in [0, classes) for each row of the features */
export function checkLabels(
  features: RealMatrix,
  labels: ArrayLike<number>,
  classes: number,
): void {
  if (labels.length !== features.rows) {
    throw new InputError(`${labels.length} labels for ${features.rows} rows of features`);
  }
  checkRange(labels, classes);
}

/** F̃ and Ỹ. @throws InputError unless there is a label for each row of the features */
export function centredData(data: FeatureData): {
  readonly F: RealMatrix;
  readonly Y: RealMatrix;
} {
  mustBe("data", someFeatures, data);
  const { features, labels, classes } = data;
  checkLabels(features, labels, classes);
  return { F: centreColumns(features), Y: centredTarget(labels, classes) };
}
