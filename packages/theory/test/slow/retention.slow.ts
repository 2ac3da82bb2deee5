import { cyclic, dihedral, type FiniteGroup, realIrreps } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { lossFraction } from "../../src/index.ts";
import { groupOf, oracleGroups, vectors } from "../vectors.ts";

const groups: Record<string, FiniteGroup> = {
  Z11: cyclic(11),
  Z17: cyclic(17),
  Z23: cyclic(23),
  Z31: cyclic(31),
  Z47: cyclic(47),
  D11: dihedral(11),
  ...Object.fromEntries(oracleGroups.map((oracle) => [oracle.name, groupOf(oracle)])),
};

const rows = vectors.criticalSamples.rows.filter(({ group, M }) => group in groups && M <= 47);

test.each(rows)(
  "$group, real dimension $realDim: the loss fraction is the oracle's",
  ({ group: name, dim, realDim, p_c, tol_p_c }) => {
    const group = groups[name];
    const irrep = realIrreps(group).findIndex(({ dimension }, k) => k > 0 && dimension === realDim);
    expect(dim).toBeLessThanOrEqual(realDim);
    const { fraction, low, high } = lossFraction({ group, irrep, seed: 3 }, 96);
    expect(low).toBeLessThanOrEqual(fraction);
    expect(high).toBeGreaterThanOrEqual(fraction);
    expect(Math.abs(fraction - p_c)).toBeLessThan(tol_p_c);
  },
);
