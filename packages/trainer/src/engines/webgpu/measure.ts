import type { LossName } from "../../config/config.ts";
import { sumOfGroup } from "./kernels.ts";

/*
 * What is said of logits, row by row: the loss, whether the first largest is the label, and the slope of
 * the mean loss. A workgroup a row. Words: rows, logits, their stride, where the slope goes (0: nowhere),
 * labels (among the indices), classes, rows in all, label scale, where loss and rightness of each row go.
 */

const crossEntropy = {
  prepare: /* wgsl */ `
  var own = 0.0;
  for (var c = index; c < classes; c += 64u) { own += exp(memory[logits + c] - highest); }
  let sum = sumOfGroup(index, own);
  let shift = log(sum) + highest;`,
  loss: "if (c == label) { loss += shift - o; }",
  slope: "exp(o - highest) / sum - select(0.0, 1.0, c == label)",
};

/** Of float32 all of them: a card has nothing wider. */
const slopes: Readonly<Record<LossName, { prepare: string; loss: string; slope: string }>> = {
  mse: {
    prepare: /* wgsl */ `
  var own = 0.0;
  for (var c = index; c < classes; c += 64u) { own += memory[logits + c]; }
  let shift = (real(7u) - sumOfGroup(index, own)) / f32(classes);`,
    loss: "let residual = o + shift - select(0.0, real(7u), c == label); loss += residual * residual;",
    slope: "2.0 * (o + shift - select(0.0, real(7u), c == label))",
  },
  "cross-entropy": crossEntropy,
  "cross-entropy-float32": crossEntropy,
  stablemax: {
    prepare: /* wgsl */ `
  var own = 0.0;
  for (var c = index; c < classes; c += 64u) { own += stable(memory[logits + c]); }
  let sum = sumOfGroup(index, own);`,
    loss: "if (c == label) { loss += log(sum) - log(stable(o)); }",
    slope: /* wgsl */ `select(stable(o) * stable(o), 1.0, o >= 0.0)
      * (1.0 / sum - select(0.0, 1.0 / stable(o), c == label))`,
  },
};

/** The first largest logit of a row, by the whole workgroup. */
const answer = /* wgsl */ `
var<workgroup> largest: array<f32, 64>;
var<workgroup> places: array<u32, 64>;
fn answerOfGroup(index: u32, logits: u32, classes: u32) -> u32 {
  var own = 0xffffffffu;
  var most = -3.4028234e38;
  for (var c = index; c < classes; c += 64u) {
    let o = memory[logits + c];
    if (own == 0xffffffffu || o > most) { most = o; own = c; }
  }
  largest[index] = most;
  places[index] = own;
  workgroupBarrier();
  for (var half = 32u; half > 0u; half /= 2u) {
    if (index < half) {
      let other = largest[index + half];
      let isMore = other > largest[index] || (other == largest[index] && places[index + half] < places[index]);
      if (places[index + half] != 0xffffffffu && isMore) {
        largest[index] = other;
        places[index] = places[index + half];
      }
    }
    workgroupBarrier();
  }
  let found = places[0];
  workgroupBarrier();
  return found;
}`;

const perRow = (entry: string, body: string) => /* wgsl */ `
@compute @workgroup_size(64)
fn ${entry}(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let row = group.x + group.y * 65535u;
  if (row >= word(0u)) { return; }
  let logits = place(1u) + row * place(2u);
  ${body}
}`;

const measureShader = (loss: LossName) => {
  const { prepare, loss: lossOfClass, slope } = slopes[loss];
  return /* wgsl */ `
${sumOfGroup(64)}
${answer}
fn stable(x: f32) -> f32 { return select(1.0 / (1.0 - x), x + 1.0, x >= 0.0); }
${perRow(
  "measureRows",
  /* wgsl */ `
  let classes = word(5u);
  let label = indices[place(4u) + row];
  let best = answerOfGroup(index, logits, classes);
  let highest = memory[logits + best];
  ${prepare}
  var loss = 0.0;
  for (var c = index; c < classes; c += 64u) { let o = memory[logits + c]; ${lossOfClass} }
  let lossOfRow = sumOfGroup(index, loss);
  if (word(3u) != 0u) {
    for (var c = index; c < classes; c += 64u) {
      let o = memory[logits + c];
      memory[place(3u) + row * place(2u) + c] = (${slope}) / f32(word(6u));
    }
  }
  if (index == 0u) {
    memory[place(8u) + 2u * row] = lossOfRow;
    memory[place(8u) + 2u * row + 1u] = select(0.0, 1.0, best == label);
  }`,
)}`;
};

/** Words: rows, logits, their stride, classes, where each row's answer goes. */
const answerShader = `${answer}
${perRow(
  "answerRows",
  /* wgsl */ `
  let best = answerOfGroup(index, logits, word(3u));
  if (index == 0u) { memory[place(4u) + row] = f32(best); }`,
)}`;

/** Adds up losses and right answers of rows, with what rounding took given back. Words: rows, from, to. */
const totalShader = /* wgsl */ `
${sumOfGroup(256)}
@compute @workgroup_size(256)
fn totalRows(@builtin(local_invocation_index) index: u32) {
  var loss = 0.0;
  var lost = 0.0;
  var right = 0.0;
  for (var row = index; row < word(0u); row += 256u) {
    let value = memory[place(1u) + 2u * row] - lost;
    let next = loss + value;
    lost = (next - loss) - value;
    loss = next;
    right += memory[place(1u) + 2u * row + 1u];
  }
  let ofAll = sumOfGroup(index, loss);
  let rightOfAll = sumOfGroup(index, right);
  if (index == 0u) {
    memory[place(2u)] = ofAll;
    memory[place(2u) + 1u] = rightOfAll;
  }
}`;

export const measureShaders = (loss: LossName): Readonly<Record<string, string>> => ({
  measureRows: measureShader(loss),
  answerRows: answerShader,
  totalRows: totalShader,
});
