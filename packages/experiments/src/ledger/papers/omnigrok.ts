import { omnigrok } from "@grokscape/group-datasets/works";
import type { Experiment, Variant } from "../../experiment.ts";
import { sooner, untilUnderstood } from "../comparisons.ts";
import { seeds, tuned } from "./parts.ts";

const scaled = (initScale: number): Variant => ({
  name: `W(0) × ${initScale}`,
  changes: { model: { width: 256, initScale } },
});
const scales = [0.5, 1, 2, 3].map(scaled);
const held = "W(0) × 2, ‖θ‖ = ½ ‖θ(0)‖";

export const omnigrokNorm: Experiment = {
  id: "omnigrok-norm",
  title: { en: "Omnigrok: the norm sets the wait", "zh-cn": "Omnigrok：范数决定要等多久" },
  question: {
    en: "Does a network understand the later the larger its first weights are, and without a wait where their norm is held small?",
    "zh-cn": "初始权重越大，是否越晚悟出规律？把范数固定在小处，是否便不用等？",
  },
  base: {
    task: "cyclic:23",
    split: { fraction: 0.6 },
    model: { width: 256 },
    optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
    steps: 4000,
    evaluateEvery: 10,
    ...untilUnderstood,
  },
  variants: [
    ...scales,
    { name: held, changes: { model: { width: 256, initScale: 2 }, normClamp: 0.5 } },
    ...tuned(3e-3, [0.3, 1, 3], 0.999).map(({ name, changes }) => ({
      name: `W(0) × 2, ${name}`,
      changes: { ...changes, model: { width: 256, initScale: 2 } },
    })),
  ],
  seeds,
  criterion: {
    work: omnigrok,
    shows: {
      en: "Large initial weights cause the wait: training finds a fit at their norm long before decay has brought them to the smaller norm at which networks generalise. Where the norm is held small the wait is gone.",
      "zh-cn":
        "等待源于初始权重太大：在这样的范数上很快就能拟合，而衰减要很久才把权重带到能泛化的较小范数。把范数固定在小处，等待便消失了。",
    },
    statements: [
      {
        says: {
          en: "The larger the initial weights, the later it understands.",
          "zh-cn": "初始权重越大，悟出越晚。",
        },
        holds: [
          sooner(scales[0].name, scales[1].name),
          sooner(scales[1].name, scales[2].name),
          sooner(scales[2].name, scales[3].name),
        ],
      },
      {
        says: {
          en: "From weights twice as large it understands sooner with the norm held at half.",
          "zh-cn": "权重放大一倍：把范数压到一半并固定住，悟出更早。",
        },
        holds: [sooner(held, scales[2].name)],
      },
      {
        says: {
          en: "Held it waits less than five times as long as it took to memorise, and free more.",
          "zh-cn": "固定住范数，悟出的步数不到记住时的五倍；不固定则超过五倍。",
        },
        holds: [
          {
            what: "generalisedAt",
            of: held,
            is: "less",
            than: { what: "memorisedAt", times: 5 },
          },
          {
            what: "generalisedAt",
            of: scales[2].name,
            is: "more",
            than: { what: "memorisedAt", times: 5 },
          },
        ],
      },
    ],
  },
};
