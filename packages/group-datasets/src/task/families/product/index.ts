import * as z from "zod/mini";
import { cyclic } from "../../../builders/cyclic.ts";
import { directProduct } from "../../../builders/direct-product.ts";
import { defineTaskFamily } from "../../family.ts";
import { groupTask } from "../../group-task.ts";

/** Addition place by place, each place with its own modulus: the abelian groups of Figure 5. */
export const productFamily = defineTaskFamily({
  id: "product",
  title: "a direct product of cyclic groups",
  params: z.array(z.int().check(z.gte(2))).check(z.minLength(2)),
  example: "2,3",
  create: (moduli) =>
    groupTask(`product:${moduli.join(",")}`, directProduct(...moduli.map((n) => cyclic(n)))),
  citations: [
    {
      title: "Tian, Provable Scaling Laws of Feature Emergence from Learning Dynamics of Grokking",
      reference: "arXiv:2509.21519",
    },
  ],
});
