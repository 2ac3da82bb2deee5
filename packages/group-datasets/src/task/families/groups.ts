import { affine, frobenius } from "../../builders/affine.ts";
import { cyclic } from "../../builders/cyclic.ts";
import { dicyclic, quaternion } from "../../builders/dicyclic.ts";
import { dihedral } from "../../builders/dihedral.ts";
import { directProduct } from "../../builders/direct-product.ts";
import { heisenberg } from "../../builders/heisenberg.ts";
import { generalLinear, specialLinear } from "../../builders/linear.ts";
import { alternating, symmetric } from "../../builders/permutations.ts";
import { checkOrder } from "../../group/make-group.ts";
import { smallGroup } from "../../small-groups/small-group.ts";
import { besche, chughtai, power, stander, tian } from "../../works/index.ts";
import type { AnyTaskFamily } from "../family.ts";
import { groupFamily } from "../group-family.ts";
import { form, list, whole } from "../params.ts";

/** The multiplication tables of groups: the families that a page has at once. */
export const groupFamilies: readonly AnyTaskFamily[] = [
  // Addition modulo n, the task in which grokking was found and on which the theory is tested first.
  groupFamily({
    id: "cyclic",
    title: "addition modulo n",
    params: form(whole("n", 2)),
    example: "7",
    build: cyclic,
    citations: [power, tian],
  }),
  // Addition place by place, each place with its own modulus: the abelian groups of Figure 5.
  groupFamily({
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
  }),
  // Turns and reflections of a regular n-gon: non-abelian, with irreps of degree 1 and 2.
  groupFamily({
    id: "dihedral",
    title: "the symmetries of a regular n-gon",
    params: form(whole("n", 1)),
    example: "5",
    build: dihedral,
    citations: [tian],
  }),
  // Irreps of degree 1 and 2, some of them quaternionic.
  groupFamily({
    id: "dicyclic",
    title: "the dicyclic group of order 4n",
    params: form(whole("n", 1)),
    example: "3",
    build: dicyclic,
    citations: [tian],
  }),
  // The smallest group with a quaternionic irrep.
  groupFamily({
    id: "quaternion",
    title: "the quaternion units ±1, ±i, ±j, ±k",
    params: form(),
    example: "",
    build: quaternion,
    citations: [tian],
  }),
  // The permutations of n points; S_5 is the group of the first grokking paper.
  groupFamily({
    id: "symmetric",
    title: "all permutations of n points",
    params: form(whole("n", 2)),
    example: "3",
    build: symmetric,
    citations: [power, chughtai, stander],
  }),
  // The even permutations of n points; simple from n = 5 on.
  groupFamily({
    id: "alternating",
    title: "the even permutations of n points",
    params: form(whole("n", 3)),
    example: "4",
    build: alternating,
    citations: [chughtai, stander],
  }),
  // Nilpotent, with irreps of degree 1 and p.
  groupFamily({
    id: "heisenberg",
    title: "upper triangular 3 × 3 matrices with ones on the diagonal, modulo p",
    params: form(whole("p", 2)),
    example: "2",
    build: heisenberg,
    citations: [tian],
  }),
  // Z_p ⋊ Z_q, with irreps of degree 1 and q.
  groupFamily({
    id: "frobenius",
    title: "the maps t ↦ a·t + b modulo p with a^q = 1",
    params: form(whole("p", 3), whole("q", 2)),
    example: "7,3",
    build: frobenius,
    citations: [tian],
  }),
  // Irreps of degree 1, and one of degree q − 1.
  groupFamily({
    id: "affine",
    title: "the maps t ↦ a·t + b of the field with q elements",
    params: form(whole("q", 2)),
    example: "5",
    build: affine,
    citations: [tian],
  }),
  // The n × n matrices of determinant 1 over the field with q elements.
  groupFamily({
    id: "special-linear",
    aliases: ["sl"],
    title: "matrices of determinant 1 over the field with q elements",
    params: form(whole("n", 2), whole("q", 2)),
    example: "2,3",
    build: specialLinear,
    citations: [tian],
  }),
  // The invertible n × n matrices over the field with q elements.
  groupFamily({
    id: "general-linear",
    aliases: ["gl"],
    title: "invertible matrices over the field with q elements",
    params: form(whole("n", 2), whole("q", 2)),
    example: "2,2",
    build: generalLinear,
    citations: [tian],
  }),
  // Every group of order up to 127 by its number in GAP's library; in a browser after `loadSmallGroups()`.
  groupFamily({
    id: "small",
    title: "a group by its order and its number in GAP's library",
    params: form(whole("the order", 2), whole("the id", 1)),
    example: "21,1",
    build: smallGroup,
    citations: [tian, besche],
  }),
];
