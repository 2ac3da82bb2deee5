import { type Language, phaseDiagram, phaseTable } from "@grokscape/viz";
import names from "../fixtures/laws.json" with { type: "json" };
import record from "../fixtures/phase.json" with { type: "json" };
import type { Example } from "./example.ts";

const { points } = record;
const laws = (language: Language = "en") =>
  record.laws.map(({ id, curve }) => {
    const named: Readonly<Record<string, string>> =
      language === "en" ? names.names : names.namesInChinese;
    return { name: named[id] ?? id, curve };
  });

/** How many pairs of Z_M a network of 256 nodes needs, between where all runs fail and all succeed. */
export const phaseDiagramExample: Example = {
  id: "phase-diagram",
  draw: (options) =>
    phaseDiagram(points, laws(options?.language), { confidence: "border", ...options }),
  table: (options) =>
    phaseTable(points, laws(options?.language), { confidence: "border", ...options }),
};
