import type { ComplexArray } from "../numerics/complex-matrix.ts";
import type { LinearCharacter } from "./linear-characters.ts";

/** Where an irreducible character is found: `multiplicity` times in the one induced from `linear`. */
export interface Origin {
  readonly linear: LinearCharacter;
  readonly multiplicity: number;
}

/** An irreducible character by its eigenvalues. */
export interface CharacterByEigenvalues extends Origin {
  readonly degree: number;
  /** `degree` of them at each of the cyclic subgroups, one after another, as `valuesFrom` takes them. */
  readonly eigenvalues: Uint16Array;
}

/** An irreducible character by its values on the classes. */
export interface Character extends Origin, ComplexArray {
  readonly degree: number;
}
