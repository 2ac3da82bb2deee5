import type { Message } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import type { ActivationName } from "@grokscape/theory";
import type { Problem } from "@grokscape/trainer";
import type { Readers } from "@grokscape/trainer/worker";

/** The gradient that reaches the hidden layer, G_F. */
export interface LeakedGradient {
  readonly norm: number;
  /** Cosine with ỸỸᵀF̃. */
  readonly alignment: number;
}

/** What the site reads off a network while it trains; a message takes about a second to find. */
export interface SiteReadings {
  readonly gradient: LeakedGradient;
  readonly message: Message;
}

export const readers: Readers<SiteReadings> = {
  gradient: ({ setUp, weights }) => leakedGradient(weights, setUp.problem),
  async message({ setUp: { task, problem }, weights }) {
    const { shortestMessage } = await import("@grokscape/measures");
    const { train: shown, test: heldOut } = problem;
    return shortestMessage({ spec: problem, weights, shown, heldOut, group: task.group });
  },
};

/** ‖G_F‖ and its cosine with ỸỸᵀF̃, of a network with one hidden layer. */
async function leakedGradient(
  { W, V }: Tensors,
  { model, shape, train }: Problem,
): Promise<LeakedGradient> {
  const { backpropagatedGradient, hiddenFeatures, targetDirection } = await import(
    "@grokscape/theory"
  );
  const matrix = ({ shape, data }: Tensors[string]) => ({
    rows: shape[0]!,
    columns: shape[1]!,
    data: Float64Array.from(data),
  });
  const features = hiddenFeatures(train, matrix(W!), model.activation as ActivationName);
  const labelled = { features, labels: train.labels, classes: shape.classes };
  const gradient = backpropagatedGradient(labelled, matrix(V!), model.outputScale).data;
  const direction = targetDirection(labelled).data;
  let [dot, own, target] = [0, 0, 0];
  for (let i = 0; i < gradient.length; i++) {
    dot += gradient[i]! * direction[i]!;
    own += gradient[i]! ** 2;
    target += direction[i]! ** 2;
  }
  const norms = Math.sqrt(own * target);
  return { norm: Math.sqrt(own), alignment: norms > 0 ? dot / norms : 0 };
}
