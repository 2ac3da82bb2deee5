import { type LawLine, lawBoard } from "../board/law-board.ts";
import { borderLaws, sizedBorders } from "../border/border-laws.ts";
import { borderSweeps } from "../ledger/borders/index.ts";
import { experimentOf } from "../ledger/index.ts";
import { type Claim, claimOf } from "../outcome.ts";
import { experimentOfSweep } from "../sweep/plan.ts";
import { borderMeasurementOf, measurementOf } from "./outcomes.ts";

const ofTables = "phase-diagram";
const ofKnobs = ["amount-of-data", "weight-decay", "learning-rate", "width"];

/** Every law's scores on the runs and borders that the ledger has. */
export function lawsOfLedger(): LawLine[] {
  const borders = borderSweeps.flatMap((sweep) => {
    const measured = borderMeasurementOf(sweep.id);
    return measured ? [borderLaws(sizedBorders(experimentOfSweep(sweep), measured))] : [];
  });
  return lawBoard(claimNamed(ofTables), ofKnobs.map(claimNamed), borders);
}

function claimNamed(id: string): Claim {
  const measured = measurementOf(id);
  if (!measured) throw new Error(`the ledger has no outcomes of ${id}`);
  return claimOf(experimentOf(id), measured);
}
