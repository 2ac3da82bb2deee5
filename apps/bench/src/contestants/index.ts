import { type Contestant, nodeContestant, pythonContestant } from "./contestant.ts";
import { names } from "./names.ts";

const kernels = new URL("./node/grokscape.ts", import.meta.url);
const idiomatic = new URL("./node/tfjs-idiomatic.ts", import.meta.url);
const formulated = new URL("./node/tfjs-formulated.ts", import.meta.url);

const tfjs = [
  nodeContestant(names.idiomatic, 1, idiomatic),
  nodeContestant(names.idiomaticOnOurs, 1, idiomatic, "our-kernels"),
  nodeContestant(names.formulated, 1, formulated),
  nodeContestant(names.formulatedOnOurs, 1, formulated, "our-kernels"),
].map((one): Contestant => ({ ...one, only: "mlp" }));

/** All who take part. */
export const contestants: readonly Contestant[] = [
  nodeContestant(names.plain, 1, kernels, "1"),
  nodeContestant(names.plain, 2, kernels, "2"),
  nodeContestant(names.fast, 1, kernels, "1", "fast"),
  nodeContestant(names.fast, 2, kernels, "2", "fast"),
  ...tfjs,
  pythonContestant(names.paper, 1, "paper", "mlp"),
  pythonContestant(names.paper, 2, "paper", "mlp"),
  pythonContestant(names.byHand, 1, "by_hand", "mlp"),
  pythonContestant(names.byHand, 2, "by_hand", "mlp"),
  pythonContestant(names.byHandInPlace, 1, "by_hand_in_place", "mlp"),
  pythonContestant(names.byHandInPlace, 2, "by_hand_in_place", "mlp"),
  pythonContestant(names.paper, 1, "transformer", "transformer"),
  pythonContestant(names.paper, 2, "transformer", "transformer"),
  pythonContestant(names.byHand, 1, "transformer_by_hand", "transformer"),
  pythonContestant(names.byHand, 2, "transformer_by_hand", "transformer"),
];

/** Who takes part where there is a graphics card; the first two are ours, on the processor and on the card. */
export const contestantsOnCard: readonly Contestant[] = [
  nodeContestant(names.plain, 2, kernels, "2"),
  nodeContestant(names.card, 1, new URL("./node/grokscape-card.ts", import.meta.url)),
  ...(["mlp", "transformer"] as const).flatMap((only) => {
    const [paper, byHand] =
      only === "mlp" ? ["paper", "by_hand"] : ["transformer", "transformer_by_hand"];
    return [
      pythonContestant(names.paperOnCard, 1, paper, only, "card"),
      pythonContestant(names.paperGraphed, 1, paper, only, "card", "graphed"),
      pythonContestant(names.byHandOnCard, 1, byHand, only, "card"),
      pythonContestant(names.byHandGraphed, 1, byHand, only, "card", "graphed"),
    ];
  }),
];
