import type { AnyTaskFamily } from "../family.ts";
import { cyclicFamily } from "./cyclic/index.ts";
import { dihedralFamily } from "./dihedral/index.ts";
import { productFamily } from "./product/index.ts";

/** Every family that `task` knows without being told of it. */
export const taskFamilies: readonly AnyTaskFamily[] = [cyclicFamily, productFamily, dihedralFamily];
