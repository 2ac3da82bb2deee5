import { InputError } from "../../../errors.ts";
import { randomStream, shuffle } from "../../../random/streams.ts";
import { barak } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { form, seed, whole } from "../../params.ts";
import { tupleTask } from "../../tuple-task.ts";

/** The parity of k bits among n; which ones is for the learner to find out. */
export const parityFamily = defineTaskFamily({
  id: "parity",
  title: "the parity of k hidden bits of n",
  params: form(whole("n", 1, 26), whole("k", 1, 26), seed),
  example: "6,2",
  create([n, k, seed]) {
    if (k > n)
      throw new InputError(`parity:${n},${k} asks for ${k} bits of ${n}`, `k is at most ${n}`);
    const bits = Uint32Array.from({ length: n }, (_, i) => i);
    shuffle(bits, randomStream(seed, "task"));
    const hidden = bits.subarray(0, k).sort();
    return tupleTask({
      id: taskId("parity", [n, k, seed]),
      title: `the parity of bits ${[...hidden].map((i) => i + 1).join(", ")} of ${n}`,
      operands: n,
      vocabulary: 2,
      classes: 2,
      label: (shown) => hidden.reduce((sum, bit) => sum ^ shown[bit], 0),
    });
  },
  citations: [barak],
});
