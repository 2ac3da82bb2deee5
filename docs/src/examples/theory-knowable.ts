import { split, task } from "@grokscape/group-datasets";
import { knowable, limitCount, why } from "@grokscape/theory";

const table = task("cyclic:31");
const shown = split(table, { count: 110, seed: 1 });

const { determined, open, uncovered, bestAccuracy } = knowable(table, shown);
console.log(`${determined.length} follow, ${open.length} are open, ${uncovered.length} uncovered`);
console.log(`the best any learner could do: ${(100 * bestAccuracy).toFixed(1)} %`);
console.log(why(table, shown, determined[2]!)?.says.en);

const { covered, mean } = limitCount(table, 0.99);
console.log(`99 %: ${covered.mean} pairs on average, ${mean} for one who draws lots`);
