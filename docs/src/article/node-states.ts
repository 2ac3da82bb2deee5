import { type FiniteGroup, realIrreps } from "@grokscape/group-datasets";
import { classifyNode } from "@grokscape/theory";

/** What each node has become, by its wave, and how many real irreps the group has. */
export const nodeStates = (group: FiniteGroup, waves: readonly Float64Array[]) => ({
  of: realIrreps(group).length,
  states: waves.map((wave) => ({ wave, ...classifyNode(group, wave) })),
});
