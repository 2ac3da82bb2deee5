import type { AnyTaskFamily } from "../family.ts";
import { affineFamily } from "./affine/index.ts";
import { alternatingFamily } from "./alternating/index.ts";
import { cyclicFamily } from "./cyclic/index.ts";
import { dicyclicFamily } from "./dicyclic/index.ts";
import { dihedralFamily } from "./dihedral/index.ts";
import { frobeniusFamily } from "./frobenius/index.ts";
import { generalLinearFamily } from "./general-linear/index.ts";
import { heisenbergFamily } from "./heisenberg/index.ts";
import { productFamily } from "./product/index.ts";
import { quaternionFamily } from "./quaternion/index.ts";
import { smallFamily } from "./small/index.ts";
import { specialLinearFamily } from "./special-linear/index.ts";
import { symmetricFamily } from "./symmetric/index.ts";

/** The multiplication tables of groups: the families that a page has at once. */
export const groupFamilies: readonly AnyTaskFamily[] = [
  cyclicFamily,
  productFamily,
  dihedralFamily,
  dicyclicFamily,
  quaternionFamily,
  symmetricFamily,
  alternatingFamily,
  heisenbergFamily,
  frobeniusFamily,
  affineFamily,
  specialLinearFamily,
  generalLinearFamily,
  smallFamily,
];
