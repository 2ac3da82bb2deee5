import { type CurveStage, curveStages } from "@grokscape/measures";
import type { StoredRun } from "@grokscape/trainer/node";

/** The stages as a run's rows show them; none for networks whose layers are not W and V alone. */
export function stagesOf({ config, metrics }: Pick<StoredRun, "config" | "metrics">): CurveStage[] {
  if (config.model.kind !== "mlp" || config.ridge !== null) return [];
  return curveStages(
    metrics.map(({ step, featureGradientNorm, weightTurns }) => ({
      step,
      gradient: featureGradientNorm,
      hiddenTurn: weightTurns.W,
      topTurn: weightTurns.V,
    })),
  );
}
