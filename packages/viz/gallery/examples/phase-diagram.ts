import {
  type Language,
  type PictureOptions,
  phaseDiagram,
  phaseTable,
  type TableOptions,
} from "@grokscape/viz";
import names from "../fixtures/laws.json" with { type: "json" };
import record from "../fixtures/phase.json" with { type: "json" };

const { points } = record;
const laws = (language: Language = "en") =>
  record.laws.map(({ id, curve }) => {
    const named: Readonly<Record<string, string>> =
      language === "en" ? names.names : names.namesInChinese;
    return { name: named[id] ?? id, curve };
  });

export const draw = (options?: PictureOptions) =>
  phaseDiagram(points, laws(options?.language), { confidence: "border", ...options });

export const table = (options?: TableOptions) =>
  phaseTable(points, laws(options?.language), { confidence: "border", ...options });
