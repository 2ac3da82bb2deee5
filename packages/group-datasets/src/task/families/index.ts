import type { AnyTaskFamily } from "../family.ts";
import { commutatorFamily } from "./commutator/index.ts";
import { conjugationFamily } from "./conjugation/index.ts";
import { corruptedFamily } from "./corrupted/index.ts";
import { cosetsFamily } from "./cosets/index.ts";
import { divisionFamily } from "./division/index.ts";
import { expressionFamily } from "./expression/index.ts";
import { fieldAdditionFamily } from "./field-addition/index.ts";
import { fieldMultiplicationFamily } from "./field-multiplication/index.ts";
import { foldFamily } from "./fold/index.ts";
import { groupFamilies } from "./groups.ts";
import { latinSquareFamily } from "./latin-square/index.ts";
import { modularDivisionFamily } from "./modular-division/index.ts";
import { noiseFamily } from "./noise/index.ts";
import { parityFamily } from "./parity/index.ts";
import { powerFamily } from "./power/index.ts";
import { randomTableFamily } from "./random-table/index.ts";
import { separateOperationsFamily } from "./separate-operations/index.ts";
import { twoOperationsFamily } from "./two-operations/index.ts";
import { wordFamily } from "./word/index.ts";

/** Every family: those of groups are listed in `groups.ts`, each of the others is a folder. */
export const allFamilies: readonly AnyTaskFamily[] = [
  ...groupFamilies,
  divisionFamily,
  modularDivisionFamily,
  conjugationFamily,
  commutatorFamily,
  foldFamily,
  wordFamily,
  cosetsFamily,
  expressionFamily,
  powerFamily,
  fieldAdditionFamily,
  fieldMultiplicationFamily,
  parityFamily,
  latinSquareFamily,
  randomTableFamily,
  noiseFamily,
  corruptedFamily,
  twoOperationsFamily,
  separateOperationsFamily,
];
