import type { Tensors } from "@grokscape/models";
import { linkOf } from "../../optimiser/link-of.ts";
import type { Problem, Session, Snapshot } from "../engine.ts";
import { castAll, move } from "../session.ts";
import type { FusedSession } from "./fused-session.ts";
import type { GramGradient } from "./tape/gram.ts";

/**
 * A session whose gradient comes of Gram matrices. The fused kernels look at the weights where answers are
 * counted, and at nothing in between.
 *
 * @param fused opened on the same problem
 */
export function narrowSession(
  problem: Problem,
  start: Snapshot,
  fused: FusedSession,
  gram: GramGradient,
): Session {
  const link = linkOf(problem);
  const weights = castAll(start.weights, "float32");
  const state = { ...link.init(weights), ...castAll(start.optimiser, "float32") };
  let step = start.step;
  let gradients: Tensors | undefined;
  let isLoaded = false;
  let isMeasured = false;

  function look(): FusedSession {
    if (!isLoaded) fused.load(weights);
    isLoaded = true;
    return fused;
  }

  return {
    measure(over = "all") {
      const { loss, ...found } = gram.measure(weights);
      gradients = found.gradients;
      if (over === "batch") return { loss, accuracy: Number.NaN };
      isMeasured = true;
      return look().measure();
    },
    update() {
      if (!gradients) throw new Error("update() without measure() at these weights");
      move(weights, gradients, link, state, step);
      gradients = undefined;
      isLoaded = false;
      isMeasured = false;
      step++;
    },
    evaluate: () => look().evaluate(),
    featureGradientNorm() {
      if (!gradients) throw new Error("featureGradientNorm() without measure() at these weights");
      if (!isMeasured) look().measure();
      isMeasured = true;
      return fused.featureGradientNorm();
    },
    predict: (data) => look().predict(data),
    weights: () => castAll(weights, "float32"),
    snapshot: () => ({
      step,
      weights: castAll(weights, "float32"),
      optimiser: castAll(state, "float32"),
    }),
    dispose() {
      gram.dispose();
      fused.dispose();
    },
  };
}
