import type { Message } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import type { ActivationName, LeakedGradient } from "@grokscape/theory";
import type { Problem } from "@grokscape/trainer";
import type { Readers } from "@grokscape/trainer/worker";

/** What the site reads off a network while it trains; a message takes about a second to find. */
export interface SiteReadings {
  readonly gradient: LeakedGradient;
  readonly message: Message;
}

export const readers: Readers<SiteReadings> = {
  gradient: ({ setUp, weights }) => gradientOf(weights, setUp.problem),
  async message({ setUp: { task, problem }, weights }) {
    const { shortestMessage } = await import("@grokscape/measures");
    const { train: shown, test: heldOut } = problem;
    return shortestMessage({ spec: problem, weights, shown, heldOut, group: task.group });
  },
};

/** ‖G_F‖ and its cosine with ỸỸᵀF̃, of a network with one hidden layer. */
async function gradientOf(
  { W, V }: Tensors,
  { model, shape, train }: Problem,
): Promise<LeakedGradient> {
  const { hiddenFeatures, leakedGradient } = await import("@grokscape/theory");
  const matrix = ({ shape, data }: Tensors[string]) => ({
    rows: shape[0]!,
    columns: shape[1]!,
    data: Float64Array.from(data),
  });
  const features = hiddenFeatures(train, matrix(W!), model.activation as ActivationName);
  const labelled = { features, labels: train.labels, classes: shape.classes };
  return leakedGradient(labelled, matrix(V!), model.outputScale);
}
