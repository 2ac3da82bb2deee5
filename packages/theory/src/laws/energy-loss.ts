import { fittedLossFraction } from "../sampling/retention.ts";
import { checkedLaw, type ScalingLaw } from "./scaling-law.ts";

/**
 * The examples below which the energy of one node loses its generalising maxima (erratum 7), for Z_M
 * with M from 13 to 97. Training needs far fewer: other nodes carry what one cannot.
 */
export const energyLossLaw: ScalingLaw = /* @__PURE__ */ checkedLaw({
  id: "energy-loss",
  title: { en: "loss of the energy's maxima", "zh-cn": "能量极大的消失" },
  says: {
    en: "runs generalise where a random half of the generalising maxima of one node's energy is left: pM/(1 − p) = 24.4·ln M − 46.3, p the share of examples shown",
    "zh-cn":
      "当单个节点能量的泛化极大随机保留一半时泛化：pM/(1 − p) = 24.4·ln M − 46.3，p 为训练样本的比例",
  },
  citation: { title: "Grokscape's own measurements, erratum 7", reference: "arXiv:2509.21519" },
  constants: { slope: 24.4, offset: -46.3 },
  predict({ classes, size, cyclic }) {
    const inRange = cyclic && classes >= 13 && classes <= 97;
    return { criticalCount: inRange ? fittedLossFraction(classes) * size : null, grokStep: null };
  },
  fit() {
    return this;
  },
});
