import * as z from "zod/mini";
import { dihedral } from "../../../builders/dihedral.ts";
import { defineTaskFamily } from "../../family.ts";
import { groupTask } from "../../group-task.ts";

/** Turns and reflections of a regular n-gon: non-abelian, with irreps of degree 1 and 2. */
export const dihedralFamily = defineTaskFamily({
  id: "dihedral",
  title: "the symmetries of a regular n-gon",
  params: z.tuple([z.int().check(z.gte(1))]),
  example: "5",
  create: ([n]) => groupTask(`dihedral:${n}`, dihedral(n)),
  citations: [
    {
      title: "Tian, Provable Scaling Laws of Feature Emergence from Learning Dynamics of Grokking",
      reference: "arXiv:2509.21519",
    },
  ],
});
