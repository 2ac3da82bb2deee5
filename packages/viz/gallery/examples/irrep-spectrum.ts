import { irrepSpectrum, irrepSpectrumTable } from "@grokscape/viz";
import record from "../fixtures/spectrum.json" with { type: "json" };
import type { Example } from "./example.ts";

const { frames, names } = record;

/** Every fourth node of the run of Z_31: before, half-way and after. */
export const irrepSpectrumExample: Example = {
  id: "irrep-spectrum",
  draw: (options) => irrepSpectrum(frames, { names, ...options }),
  table: (options) => irrepSpectrumTable(frames, { names, ...options }),
};
