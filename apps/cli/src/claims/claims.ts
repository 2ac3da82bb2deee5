import type { Claim } from "./claim.ts";

/** What is claimed of presets, as `reproduce --save` wrote it. */
export const claims: readonly Claim[] = [];
