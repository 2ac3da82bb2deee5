import * as z from "zod/mini";
import { cyclic } from "../../../builders/cyclic.ts";
import { defineTaskFamily } from "../../family.ts";
import { groupTask } from "../../group-task.ts";

/** Addition modulo n, the task in which grokking was found and on which the theory is tested first. */
export const cyclicFamily = defineTaskFamily({
  id: "cyclic",
  title: "addition modulo n",
  params: z.tuple([z.int().check(z.gte(2))]),
  example: "7",
  create: ([n]) => groupTask(`cyclic:${n}`, cyclic(n)),
  citations: [
    {
      title:
        "Power et al., Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets",
      reference: "arXiv:2201.02177",
    },
    {
      title: "Tian, Provable Scaling Laws of Feature Emergence from Learning Dynamics of Grokking",
      reference: "arXiv:2509.21519",
    },
  ],
});
