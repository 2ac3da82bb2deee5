import width from "../../../experiments/outcomes/width.json" with { type: "json" };
import { writeFixture } from "./write.ts";

/** When networks of different widths memorised and understood, as the ledger's experiment has it. */
export function makeMilestones(): void {
  writeFixture("milestones", {
    groups: width.variants.map(({ name, outcomes }) => ({
      name,
      runs: outcomes.map(({ memorisedAt, generalisedAt, steps }) => ({
        memorisedAt,
        generalisedAt,
        steps,
      })),
    })),
  });
}
