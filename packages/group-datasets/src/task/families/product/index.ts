import { cyclic } from "../../../builders/cyclic.ts";
import { directProduct } from "../../../builders/direct-product.ts";
import { checkOrder } from "../../../group/make-group.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { list, whole } from "../../params.ts";

/** Addition place by place, each place with its own modulus: the abelian groups of Figure 5. */
export const productFamily = groupFamily({
  id: "product",
  title: "a direct product of cyclic groups",
  params: list(whole("each modulus", 2), 2),
  example: "2,3",
  build(...moduli) {
    const order = moduli.reduce((product, n) => product * n, 1);
    checkOrder(order, `the product of Z_${moduli.join(", Z_")}`);
    return directProduct(...moduli.map((n) => cyclic(n)));
  },
  citations: [tian],
});
