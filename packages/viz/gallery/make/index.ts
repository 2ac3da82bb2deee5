import { makeBorders } from "./borders.ts";
import { makeCoupons } from "./coupons.ts";
import { makeEnergies } from "./energy.ts";
import { makeGroups } from "./groups.ts";
import { makeIrreps } from "./irreps.ts";
import { makeMilestones } from "./milestones.ts";
import { makeNetwork } from "./network.ts";
import { makeRun } from "./run.ts";
import { makeSweep } from "./sweep.ts";

/** Makes the records of the gallery anew, all or those named: `pnpm gallery:make energies groups`. */
const makers: Readonly<Record<string, () => void | Promise<void>>> = {
  borders: makeBorders,
  groups: makeGroups,
  energies: makeEnergies,
  coupons: makeCoupons,
  irreps: makeIrreps,
  milestones: makeMilestones,
  network: makeNetwork,
  run: makeRun,
  sweep: makeSweep,
};

const wanted = process.argv.slice(2);
for (const name of wanted.length ? wanted : Object.keys(makers)) {
  const make = makers[name];
  if (!make)
    throw new RangeError(`no records "${name}"; there are ${Object.keys(makers).join(", ")}`);
  await make();
}
