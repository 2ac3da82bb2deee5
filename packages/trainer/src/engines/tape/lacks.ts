import { parseActivation } from "@grokscape/models";
import type { Recipe } from "../engine.ts";
import { activationNumbers } from "./kernel-numbers.ts";

/** The activation, if none of the kernels has it: all else of a network they can record. */
export function lacks({ model: { activation } }: Recipe): string | null {
  const { kind } = parseActivation(activation);
  const isKnown = kind === "gelu" || Object.hasOwn(activationNumbers, kind);
  return isKnown ? null : `activation ${activation}`;
}
