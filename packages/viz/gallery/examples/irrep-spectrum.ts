import {
  irrepSpectrum,
  irrepSpectrumTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/spectrum.json" with { type: "json" };

const { frames, names } = record;

export const draw = (options?: PictureOptions) => irrepSpectrum(frames, { names, ...options });

export const table = (options?: TableOptions) => irrepSpectrumTable(frames, { names, ...options });
