import { power } from "@grokscape/group-datasets/works";
import type { Experiment, Variant } from "../../experiment.ts";
import { fails, sooner, understands } from "../comparisons.ts";
import { decays, fewer, transformer } from "./parts.ts";

const shares = [0.8, 0.7, 0.6].map(
  (fraction): Variant => ({
    name: `p = ${Math.round(100 * fraction)} %`,
    changes: { split: { fraction } },
  }),
);
const scarce = shares[1].name;
const scarceWithoutDecay: Variant = {
  name: `${scarce}, η = 0`,
  changes: { ...decays[1].changes, ...shares[1].changes },
};

export const powerData: Experiment = {
  id: "power-data",
  title: { en: "Power 2022: less data, more steps", "zh-cn": "Power 2022：看得越少，步数越多" },
  question: {
    en: "Does a small transformer take the longer to understand the less it is shown, and does it need weight decay?",
    "zh-cn": "小 Transformer 看得越少，是否越晚悟出规律？没有权重衰减行不行？",
  },
  base: transformer,
  variants: [...shares, scarceWithoutDecay],
  seeds: fewer,
  criterion: {
    work: power,
    shows: {
      en: "The steps until a transformer generalises grow quickly as less of the table is shown, and of all that was tried weight decay helps most to generalise from little.",
      "zh-cn":
        "给看的表越少，Transformer 泛化所需的步数增长得越快；试过的办法里，权重衰减最能帮助它从少量数据泛化。",
    },
    statements: [
      {
        says: {
          en: "The less is shown, the later it understands.",
          "zh-cn": "看得越少，悟出越晚。",
        },
        holds: [sooner(shares[0].name, shares[1].name), sooner(shares[1].name, shares[2].name)],
      },
      {
        says: {
          en: "From 70 % of the table it understands with weight decay, and does not without.",
          "zh-cn": "看 70%，有权重衰减能悟出规律，没有则不能。",
        },
        holds: [understands(scarce), fails(scarceWithoutDecay.name)],
      },
    ],
  },
};
