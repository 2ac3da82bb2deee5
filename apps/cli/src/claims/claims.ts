import type { Claim } from "./claim.ts";
import grokfast from "./grokfast.json" with { type: "json" };
import gromov2023 from "./gromov-2023.json" with { type: "json" };
import li2Guided from "./li2-guided.json" with { type: "json" };
import nanda2023 from "./nanda-2023.json" with { type: "json" };
import power2022 from "./power-2022.json" with { type: "json" };
import prietoStablemax from "./prieto-stablemax.json" with { type: "json" };
import tianFig3 from "./tian-fig3.json" with { type: "json" };

/** What is claimed of presets, as `reproduce --save src/claims/<preset>.json` wrote it: a file a preset. */
const files = [grokfast, gromov2023, li2Guided, nanda2023, power2022, prietoStablemax, tianFig3];

export const claims = files as readonly unknown[] as readonly Claim[];
