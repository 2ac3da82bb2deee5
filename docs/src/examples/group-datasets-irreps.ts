import { characterTable, irreps, quaternion, realIrreps } from "@grokscape/group-datasets";

const group = quaternion();
const { indicators } = characterTable(group);
for (const [k, { degree }] of irreps(group).entries()) {
  console.log(`irrep ${k}: degree ${degree}, Frobenius–Schur indicator ${indicators[k]}`);
}
const last = realIrreps(group).at(-1);
console.log(`over the reals the last has dimension ${last?.dimension} and type ${last?.type}`);
