import type { BorderSweep } from "../../sweep/sweep.ts";
import degreeThree from "./degree-three.ts";
import dihedral from "./dihedral.ts";
import oneEmbedding from "./one-embedding.ts";
import products from "./products.ts";
import productsSettings from "./products-settings.ts";
import quadratic from "./quadratic.ts";
import quadraticSettings from "./quadratic-settings.ts";
import quadraticWidth from "./quadratic-width.ts";

/** All searches for borders in the ledger. Each file is one that `grokscape sweep` takes, too. */
export const borderSweeps: readonly BorderSweep[] = [
  quadratic,
  quadraticSettings,
  quadraticWidth,
  products,
  oneEmbedding,
  productsSettings,
  dihedral,
  degreeThree,
];
