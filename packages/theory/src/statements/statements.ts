import type { Statement } from "./define.ts";
import { otherSources } from "./other-sources.ts";
import { stageOne } from "./stage-one.ts";
import { stageThree } from "./stage-three.ts";
import { stageTwo } from "./stage-two.ts";

export type { Statement } from "./define.ts";

export type StatementId =
  | keyof typeof stageOne
  | keyof typeof stageTwo
  | keyof typeof stageThree
  | keyof typeof otherSources;

/**
 * Where numbers come from: the statements of Y. Tian, "Provable Scaling Laws of Feature Emergence
 * from Learning Dynamics of Grokking" (arXiv 2509.21519), in the form that holds; the author's
 * code; our own measurements; and the run's config itself.
 */
export const statements: Readonly<Record<StatementId, Statement>> = {
  ...stageOne,
  ...stageTwo,
  ...stageThree,
  ...otherSources,
};
