import { dataset, labelNoise, split, task, toCsv } from "@grokscape/group-datasets";

const turns = task("dihedral:5");
console.log(turns.title, "·", turns.size, "examples");

const { train } = split(turns, { criticalMultiple: 3, seed: 1, keepTransposesTogether: true });
const { operands, labels } = dataset(turns, train);
console.log(train.length, "shown; the first is", operands[0], "·", operands[1], "=", labels[0]);

const noisy = dataset(labelNoise(turns, { probability: 0.1, seed: 1 }), train);
console.log(noisy.labels.filter((label, i) => label !== labels[i]).length, "labels made wrong");
console.log(toCsv(dataset(turns, train)).split("\n", 2).join(" | "));
