import { form } from "@grokscape/group-datasets";

const rate = {
  name: "the rate",
  must: "a number > 0",
  read: (x) => (typeof x === "number" && x > 0 ? x : undefined),
};

/** Moves every weight by the same length, in the direction against its gradient. */
const sign = {
  id: "sign",
  title: "sign descent",
  params: form(rate),
  example: "0.001",
  create: ([length]) => ({
    init: () => ({}),
    update(updates) {
      for (const { data } of Object.values(updates)) {
        for (let i = 0; i < data.length; i++) data[i] = length * Math.sign(data[i]);
      }
    },
  }),
};

export default { name: "sign", version: "1.0.0", optimisers: [sign] };
