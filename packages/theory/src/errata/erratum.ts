import type { Words } from "../statements/locale.ts";
import type { StatementId } from "../statements/statements.ts";

/** One number, computed three ways. */
export interface ErratumCheck {
  /** By brute force from the definitions. */
  readonly measured: number;
  /** What the form that holds gives. */
  readonly holds: number;
  /** What the printed form gives; null where it states no number. */
  readonly printed: number | null;
  /** How far `measured` may lie from `holds`: rounding, or the noise of sampling. */
  readonly tolerance: number;
}

/** Where the paper (arXiv 2509.21519v5) prints something that does not hold. */
export interface Erratum {
  readonly number: number;
  /** The statements it is about. */
  readonly statements: readonly StatementId[];
  /** Which formula or figure of these statements is wrong. */
  readonly about: Words;
  readonly printed: Words;
  readonly holds: Words;
  /** What to compute in order to see it, and what `check` computes. */
  readonly howToCheck: Words;
  /** Does so, deterministically, in less than a second. */
  readonly check: () => ErratumCheck;
}
