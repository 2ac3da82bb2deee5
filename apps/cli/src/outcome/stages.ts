import { type CurveStage, curveStages } from "@grokscape/measures";
import type { StoredRun } from "@grokscape/trainer/node";

/** The stages by a run's rows; none for networks whose layers are not W and a trained V. */
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
