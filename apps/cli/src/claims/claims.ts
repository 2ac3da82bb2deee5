import type { Claim } from "./claim.ts";
import gromov2023 from "./gromov-2023.json" with { type: "json" };
import tianFig3 from "./tian-fig3.json" with { type: "json" };

/** What is claimed of presets, as `reproduce --save` wrote it. */
export const claims: readonly Claim[] = [gromov2023 as Claim, tianFig3 as Claim];
