import { type Contestant, nodeContestant, pythonContestant } from "./contestant.ts";
import { names } from "./names.ts";

/** All who take part. */
export const contestants: readonly Contestant[] = [
  nodeContestant(names.plain, 1, "grokscape", "1"),
  nodeContestant(names.plain, 2, "grokscape", "2"),
  nodeContestant(names.fast, 1, "grokscape", "1", "fast"),
  nodeContestant(names.fast, 2, "grokscape", "2", "fast"),
  nodeContestant(names.idiomatic, 1, "tfjs-idiomatic"),
  nodeContestant(names.idiomaticOnOurs, 1, "tfjs-idiomatic", "our-kernels"),
  nodeContestant(names.formulated, 1, "tfjs-formulated"),
  pythonContestant(names.paper, 1, "paper"),
  pythonContestant(names.paper, 2, "paper"),
  pythonContestant(names.byHand, 1, "by_hand"),
  pythonContestant(names.byHand, 2, "by_hand"),
  pythonContestant(names.byHandInPlace, 1, "by_hand_in_place"),
  pythonContestant(names.byHandInPlace, 2, "by_hand_in_place"),
];
