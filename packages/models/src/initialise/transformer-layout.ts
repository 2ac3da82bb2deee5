import type { TaskShape } from "@grokscape/group-datasets";
import type { TransformerSpec } from "../spec/model.ts";
import { constantRow, normal, normLayout, type Role, type WeightLayout } from "./tensor-layout.ts";

/**
 * The tensors of a transformer, in order. Matrices start normal with deviation 1/√d, W_U with
 * 1/√(vocabulary + 1), as in the code of Nanda et al., times the spec's scales; biases at 0:
 *
 * - "W_E" (vocabulary + 1 × d, the token "=" last), "W_pos" (operands + 1 × d);
 * - for each block i = 1, 2 …: "W_Qi", "W_Ki", "W_Vi", "W_Oi" (d × d, head after head), "W_ini"
 *   (d × mlpWidth) and "W_outi" (mlpWidth × d), "W_ini.bias" and "W_outi.bias";
 * - with layer norm "attentioni.scale", "attentioni.shift", "mlpi.scale", "mlpi.shift", and with
 *   "pre" also "top.scale" and "top.shift";
 * - "W_U" (d × classes).
 */
export function transformerLayout(spec: TransformerSpec, shape: TaskShape): WeightLayout[] {
  const { width, mlpWidth, layers, initScale, topInit } = spec;
  const { operands, vocabulary, classes } = shape;
  const matrix = (role: Role, name: string, rows: number, columns: number) =>
    normal(role, name, rows, columns, initScale / Math.sqrt(width));
  const norms = (...names: string[]) =>
    spec.layerNorm === "none" ? [] : names.flatMap((name) => normLayout(name, width));
  const block = (i: number) => [
    ...["Q", "K", "V", "O"].map((which) => matrix("hidden", `W_${which}${i}`, width, width)),
    matrix("hidden", `W_in${i}`, width, mlpWidth),
    matrix("hidden", `W_out${i}`, mlpWidth, width),
    ...(spec.bias
      ? [
          constantRow("bias", `W_in${i}.bias`, mlpWidth, 0),
          constantRow("bias", `W_out${i}.bias`, width, 0),
        ]
      : []),
    ...norms(`attention${i}`, `mlp${i}`),
  ];
  return [
    matrix("embedding", "W_E", vocabulary + 1, width),
    matrix("embedding", "W_pos", operands + 1, width),
    ...Array.from({ length: layers }, (_, i) => block(i + 1)).flat(),
    ...(spec.layerNorm === "pre" ? norms("top") : []),
    normal("top", "W_U", width, classes, (initScale * topInit) / Math.sqrt(vocabulary + 1)),
  ];
}
