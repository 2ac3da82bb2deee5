import { characterTable, dihedral, split, task } from "@grokscape/group-datasets";

const square = dihedral(4); // the symmetries of a square
console.log(square.name, "has", square.order, "elements");
console.log("irreps of degree", [...characterTable(square).degrees].join(", "));

const addition = task("cyclic:23");
const { train, test } = split(addition, { fraction: 0.6, seed: 1 });
console.log(train.length, "examples to show,", test.length, "to hold out");
