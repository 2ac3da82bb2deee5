import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";
import type { StageRow } from "./record.ts";

interface TimelineWords {
  readonly title: string;
  readonly panels: Readonly<Record<"gradient" | "turn", string>>;
  readonly short: Readonly<Record<Exclude<keyof StageRow, "step">, string>>;
  readonly fields: Readonly<Record<Exclude<keyof StageRow, "step">, string>>;
  /** Steps at which the gradient is largest, and at which V and W have made half of their turn. */
  readonly caption: (gradient: number, top: number, hidden: number) => string;
}

export const timelineWords: Readonly<Record<Language, TimelineWords>> = {
  en: {
    title: "What happens inside while a network groks",
    panels: {
      gradient: "gradient that reaches the hidden layer, ‖G_F‖",
      turn: "turn of the weights since step 0, 1 − cos",
    },
    short: {
      gradientNorm: "‖G_F‖",
      topTurn: "ΔV",
      hiddenTurn: "ΔW",
    },
    fields: {
      gradientNorm: "‖G_F‖",
      topTurn: "turn of V, ΔV",
      hiddenTurn: "turn of W, ΔW",
    },
    caption: (gradient, top, hidden) =>
      `The gradient to the hidden layer is largest at step ${count(gradient)}. The top layer V has made half of its turn by step ${count(top)}, the hidden layer W by step ${count(hidden)}.`,
  },
  "zh-cn": {
    title: "网络顿悟时内部发生了什么",
    panels: {
      gradient: "到达隐藏层的梯度 ‖G_F‖",
      turn: "权重自第 0 步起的转动，1 − cos",
    },
    short: {
      gradientNorm: "‖G_F‖",
      topTurn: "ΔV",
      hiddenTurn: "ΔW",
    },
    fields: {
      gradientNorm: "‖G_F‖",
      topTurn: "V 的转动 ΔV",
      hiddenTurn: "W 的转动 ΔW",
    },
    caption: (gradient, top, hidden) =>
      `到达隐藏层的梯度在第 ${count(gradient)} 步最大。顶层 V 在第 ${count(top)} 步已转过全程的一半，隐藏层 W 则在第 ${count(hidden)} 步。`,
  },
};
