import { cyclic, dihedral, groupTask, task } from "@grokscape/group-datasets";
import { ascend, classifyNode, groupLandscape, localMaxima } from "@grokscape/theory";

for (const { type, realDimension, count, energy } of localMaxima(task("dihedral:5"))) {
  console.log(`${count} of type ${type}, real dimension ${realDimension}: height ${energy}`);
}

// a node that climbs from anywhere ends on one of the peaks
const group = cyclic(7);
const start = Array.from({ length: 14 }, (_, i) => Math.sin(1 + i * i));
const { w, energy } = ascend(groupLandscape(group), start);
console.log(`Z_7: climbed to ${energy.toFixed(4)},`, classifyNode(group, w).kind);
console.log(groupTask("mine", dihedral(5)).size, "pairs");
