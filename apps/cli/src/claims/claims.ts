import type { Claim } from "./claim.ts";
import grokfast from "./grokfast.json" with { type: "json" };
import gromov2023 from "./gromov-2023.json" with { type: "json" };
import tianFig3 from "./tian-fig3.json" with { type: "json" };

/** What is claimed of presets, as `reproduce --save src/claims/<preset>.json` wrote it: a file a preset. */
const files = [grokfast, gromov2023, tianFig3];

export const claims = files as readonly unknown[] as readonly Claim[];
