import { namesOfRole, portablePower, type WeightLayout } from "@grokscape/models";
import type { GradientFilter, OptimiserSpec } from "../../config/config.ts";
import { rateAt } from "../../config/schedule.ts";
import type { Problem } from "../engine.ts";
import { emitter } from "../tape/emit.ts";
import type { Instruction } from "../tape/instruction.ts";
import { type Matrix, strideOf } from "../tape/matrix.ts";
import { knowsOptimiser } from "../wasm/recipe.ts";
import { type Argument, type Call, over, type Spread } from "./call.ts";
import { kernelNumbers, sumOfGroup } from "./kernels.ts";

/** A number of a step, or the same at every step. */
type StepNumber = number | ((step: number) => number);

/**
 * A part of an update that works weight by weight: WGSL that changes \`u\`, the update so far, given \`w\`,
 * the weight, \`n[i]\`, its numbers, and \`s[i]\`, where what it keeps of this weight lies in memory.
 */
interface Link {
  readonly code: string;
  readonly numbers?: readonly StepNumber[];
  /** Names of what it keeps, each shaped as the weights, or that many times. */
  readonly keeps?: readonly string[];
}

/** One that must know all of a tensor, or of all tensors, first. */
type Whole =
  | { readonly whole: "orthogonal" }
  | { readonly whole: "polar" }
  | { readonly whole: "clip"; readonly norm: number }
  | { readonly whole: "clamp" };

const decay = (lambda: number): Link[] =>
  lambda === 0 ? [] : [{ code: "u += n0 * w;", numbers: [lambda] }];

const adam = (beta1: number, beta2: number, epsilon: number): Link => ({
  code: `
    let first = n0 * memory[s0] + (1.0 - n0) * u;
    let second = n1 * memory[s1] + n5 * u * u;
    memory[s0] = first;
    memory[s1] = second;
    u = first * n3 / (sqrt(second * n4) + n2);`,
  numbers: [
    beta1,
    beta2,
    epsilon,
    (step) => 1 / (1 - portablePower(beta1, step + 1)),
    (step) => 1 / (1 - portablePower(beta2, step + 1)),
    1 - beta2,
  ],
  keeps: ["adam.first", "adam.second"],
});

function filter(spec: GradientFilter, i: number): Link | Whole {
  switch (spec.kind) {
    case "grokfast-ema":
      return {
        code: `
    let average = select(n0 * memory[s0] + (1.0 - n0) * u, u, n2 != 0.0);
    memory[s0] = average;
    u += n1 * average;`,
        numbers: [spec.alpha, spec.lambda, (step) => Number(step === 0)],
        keeps: [`filter${i}.average`],
      };
    case "grokfast-ma":
      return {
        code: `
    memory[s0 + u32(n2) * size] = u;
    if (n3 != 0.0) {
      var sum = 0.0;
      for (var j = 0u; j < u32(n0); j++) { sum += memory[s0 + j * size]; }
      u += n1 * sum / n0;
    }`,
        numbers: [
          spec.window,
          spec.lambda,
          (step) => step % spec.window,
          (step) => Number(step >= spec.window - 1),
        ],
        keeps: [`filter${i}.last`],
      };
    case "orthogonal":
      return { whole: "orthogonal" };
    case "clip":
      return { whole: "clip", norm: spec.norm };
  }
}

const momentum = (mu: number, nesterov: boolean): Link => ({
  code: `
    let kept = n0 * memory[s0] + u;
    memory[s0] = kept;
    u = ${nesterov ? "u + n0 * kept" : "kept"};`,
  numbers: [mu],
  keeps: ["momentum"],
});

const averageMomentum = (mu: number, nesterov: boolean): Link => ({
  code: `
    let kept = n0 * memory[s0] + (1.0 - n0) * u;
    memory[s0] = kept;
    u = ${nesterov ? "(1.0 - n0) * u + n0 * kept" : "kept"};`,
  numbers: [mu],
  keeps: ["muon"],
});

/** The links of an optimiser for the tensors that are hidden matrices, and for those that are not. */
function linksOf(spec: OptimiserSpec, isHidden: boolean): (Link | Whole)[] {
  switch (spec.kind) {
    case "sgd":
      return [
        ...decay(spec.weightDecay),
        ...(spec.momentum === 0 ? [] : [momentum(spec.momentum, spec.nesterov)]),
      ];
    case "adam":
      return [...decay(spec.weightDecay), adam(spec.beta1, spec.beta2, spec.epsilon)];
    case "adamw":
      return [adam(spec.beta1, spec.beta2, spec.epsilon), ...decay(spec.weightDecay)];
    case "muon":
      return isHidden
        ? [
            averageMomentum(spec.momentum, spec.nesterov),
            { whole: "polar" },
            ...decay(spec.weightDecay),
          ]
        : [...decay(spec.weightDecay), adam(spec.beta1, spec.beta2, spec.epsilon)];
  }
}

/** For more of them the numbers of a step have no room. */
const mostFilters = 4;

/** Whether the card can make a recipe's update; what it cannot is done on the processor. */
export const isKnownUpdate = ({ optimiser, links, ridge, gradientFilters }: Problem): boolean =>
  links === undefined &&
  ridge === null &&
  gradientFilters.length <= mostFilters &&
  knowsOptimiser(optimiser);

/** A tensor that is moved: its weights, their gradient (which becomes the update), and what is kept of it. */
export interface Moved {
  readonly name: string;
  readonly weight: Matrix;
  readonly gradient: Matrix;
  kept(name: string): Matrix;
}

export interface CardUpdate {
  readonly shaders: Readonly<Record<string, string>>;
  /** Instructions of the record's kernels, and calls of shaders of its own. */
  readonly calls: readonly (Instruction | Call)[];
  /** What the shaders read at a step. */
  numbers(step: number): number[];
}

/**
 * The update of a problem as calls, in the order of the recipe: penalty, filters, optimiser, rate, clamp.
 *
 * @param take makes a matrix that lasts
 * @param clamp where the norm that weights are clamped to is kept
 */
export function cardUpdate(
  problem: Problem,
  layout: readonly WeightLayout[],
  tensors: readonly Moved[],
  take: (rows: number, columns: number) => Matrix,
  clamp: Matrix | undefined,
): CardUpdate {
  const { optimiser, gradientFilters, schedule, steps, penalty, normClamp } = problem;
  const hidden = new Set(optimiser.kind === "muon" ? namesOfRole(layout, "hidden") : []);
  const shaders: Record<string, string> = {};
  const calls: (Instruction | Call)[] = [];
  const numbers: StepNumber[] = [];

  const addressed = (tensor: Moved, ...further: Argument[]): Argument[] => [
    tensor.weight.rows,
    tensor.weight,
    tensor.gradient,
    strideOf(tensor.weight),
    tensor.weight.columns,
    ...further,
  ];
  const call = (entry: string, groups: Spread["groups"], words: readonly Argument[]) =>
    calls.push({ spread: { entry, groups }, words });

  /** One shader for links that follow one another, called for each of the tensors. */
  function together(links: readonly Link[], of: readonly Moved[]): void {
    if (links.length === 0 || of.length === 0) return;
    const entry = `links${Object.keys(shaders).length}`;
    const kept = links.flatMap(({ keeps = [] }) => keeps);
    let place = 0;
    const bodies = links.map(({ code, numbers: own = [], keeps = [] }) => {
      const known = own.map((one, i) => {
        numbers.push(one);
        return `let n${i} = numbers[${numbers.length - 1}u];`;
      });
      const places = keeps.map((_, i) => `let s${i} = place(${5 + place++}u) + at;`);
      return `{ ${[...known, ...places].join(" ")} ${code} }`;
    });
    shaders[entry] = perWeight(entry, bodies.join("\n"));
    for (const tensor of of) {
      const words = addressed(tensor, ...kept.map((name) => tensor.kept(name)));
      call(entry, over(tensor.weight.rows * (strideOf(tensor.weight) / 4)), words);
    }
  }

  const scratch = take(Math.max(1, tensors.length), 8);
  const slot = (i: number): Matrix => ({ ...scratch, rows: 1, from: i });

  function whole(link: Whole, of: readonly Moved[]): void {
    switch (link.whole) {
      case "orthogonal":
        Object.assign(shaders, orthogonalShaders);
        for (const [i, tensor] of of.entries()) {
          const words = addressed(tensor, slot(i));
          call("alongWeights", [1, 1], words);
          call("acrossWeights", [1, 1], words);
          call("leaveAcross", over(tensor.weight.rows * (strideOf(tensor.weight) / 4)), words);
        }
        break;
      case "clip":
      case "clamp": {
        const isClip = link.whole === "clip";
        Object.assign(shaders, isClip ? clipShaders : clampShaders);
        const limit: Argument = isClip ? { real: link.norm } : (clamp as Matrix);
        for (const [i, tensor] of of.entries()) {
          call(isClip ? "squares" : "squaresMoved", [1, 1], addressed(tensor, slot(i)));
        }
        for (const tensor of of) {
          call(
            isClip ? "clip" : "clamp",
            over(tensor.weight.rows * (strideOf(tensor.weight) / 4)),
            addressed(tensor, slot(0), of.length, limit),
          );
        }
        break;
      }
      case "polar":
        for (const { gradient } of of) calls.push(...newtonSchulz(gradient, take));
    }
  }

  /** Links in their order, as few shaders as can be. */
  function follow(links: readonly (Link | Whole)[], of: readonly Moved[]): void {
    let run: Link[] = [];
    for (const link of links) {
      if ("code" in link) {
        run.push(link);
        continue;
      }
      together(run, of);
      run = [];
      whole(link, of);
    }
    together(run, of);
  }

  const penalised: Link[] =
    penalty.l1 === 0 && penalty.l2 === 0
      ? []
      : [{ code: "u += n0 * sign(w) + n1 * w;", numbers: [penalty.l1, penalty.l2] }];
  const rate: Link = {
    code: "u *= n0;",
    numbers: [(step) => optimiser.learningRate * rateAt(schedule, step, steps)],
  };
  const move: Link = { code: "memory[place(1u) + at] = w - u;" };
  const begin = [...penalised, ...gradientFilters.map(filter)];
  // filters look at all tensors together, the optimiser at hidden matrices and others apart
  const shared = begin.some((link) => "whole" in link) || normClamp !== null;
  const groups = [false, true].map((isHidden) => ({
    of: tensors.filter(({ name }) => hidden.has(name) === isHidden),
    links: linksOf(optimiser, isHidden),
  }));
  if (shared) follow(begin, tensors);
  for (const { of, links } of groups) {
    const last = normClamp === null ? [rate, move] : [rate];
    if (of.length > 0) follow([...(shared ? [] : begin), ...links, ...last], of);
  }
  if (normClamp !== null) follow([{ whole: "clamp" }, move], tensors);

  return {
    shaders,
    calls,
    numbers: (step) => numbers.map((one) => (typeof one === "number" ? one : one(step))),
  };
}

/** A shader that changes the update of each weight. */
const perWeight = (entry: string, body: string) => /* wgsl */ `
@compute @workgroup_size(256)
fn ${entry}(@builtin(global_invocation_id) id: vec3<u32>) {
  let at = lane(id);
  let stride = place(3u);
  let size = word(0u) * stride;
  if (at >= size || at % stride >= word(4u)) { return; }
  let w = memory[place(1u) + at];
  var u = memory[place(2u) + at];
  ${body}
  memory[place(2u) + at] = u;
}`;

/** A shader of one workgroup that adds up something of each weight of a tensor into its slot. */
const perTensor = (entry: string, sums: readonly string[], before = "") => /* wgsl */ `
${sumOfGroup(256)}
@compute @workgroup_size(256)
fn ${entry}(@builtin(local_invocation_index) index: u32) {
  ${before}
  ${sums.map((_, i) => `var own${i} = 0.0;`).join(" ")}
  for (var i = index; i < word(0u) * word(4u); i += 256u) {
    let at = i / word(4u) * place(3u) + i % word(4u);
    let w = memory[place(1u) + at];
    let u = memory[place(2u) + at];
    ${sums.map((value, i) => `own${i} += ${value};`).join(" ")}
  }
  ${sums.map((_, i) => `let sum${i} = sumOfGroup(index, own${i});`).join(" ")}
  if (index == 0u) { ${sums.map((_, i) => `memory[place(5u) + SLOT${i}u] = sum${i};`).join(" ")} }
}`;

const into = (code: string, ...slots: number[]) =>
  slots.reduce((text, slot, i) => text.replaceAll(`SLOT${i}u`, `${slot}u`), code);

/** ‖w‖², w·u and ‖u‖²; then what of u is across; then u without its part along w, at its old norm. */
const along =
  "let ww = memory[place(5u)]; let along = select(0.0, memory[place(5u) + 1u] / ww, ww > 0.0);";
const orthogonalShaders = {
  alongWeights: into(perTensor("alongWeights", ["w * w", "w * u", "u * u"]), 0, 1, 2),
  acrossWeights: into(perTensor("acrossWeights", ["(u - along * w) * (u - along * w)"], along), 3),
  leaveAcross: perWeight(
    "leaveAcross",
    /* wgsl */ `
  ${along}
  let gg = memory[place(5u) + 2u];
  let rest = memory[place(5u) + 3u];
  let least = f32(word(0u) * word(4u)) * ${2 ** -23 * 2 ** -23} * gg;
  u = select(sqrt(gg / rest) * (u - along * w), 0.0, rest <= least);`,
  ),
};

const total = /* wgsl */ `
  var total = 0.0;
  for (var i = 0u; i < word(6u); i++) { total += memory[place(5u) + i * 8u]; }`;
const clipShaders = {
  squares: into(perTensor("squares", ["u * u"]), 0),
  clip: perWeight("clip", `${total} u *= min(1.0, real(7u) / (sqrt(total) + 1e-6));`),
};
const clampShaders = {
  squaresMoved: into(perTensor("squaresMoved", ["(w - u) * (w - u)"]), 0),
  clamp: perWeight("clamp", `${total} u = w - memory[place(7u)] / sqrt(total) * (w - u);`),
};

const coefficients = [3.4445, -4.775, 2.0315] as const;
/** What keeps a matrix of zeros from being divided by its norm. */
const least = 1e-37;

/**
 * X ← aX + b(XXᵀ)X + c(XXᵀ)²X five times from X/‖X‖, in place, times √max(1, columns/rows), as
 * instructions of the record (Jordan et al. 2024, kellerjordan.github.io/posts/muon).
 */
function newtonSchulz(
  x: Matrix,
  take: (rows: number, columns: number) => Matrix,
): readonly Instruction[] {
  const [a, b, c] = coefficients;
  const emit = emitter(kernelNumbers);
  const { rows, columns } = x;
  const isWide = rows <= columns;
  const side = Math.min(rows, columns);
  const [gram, factor] = [take(side, side), take(side, side)];
  const moved = take(rows, columns);
  const [ofRows, ofAll] = [take(rows, 1), take(rows, 1)];
  const ones = take(rows, rows);
  const packed = (of: Matrix, transposed: boolean) => {
    const panels = emit.pack(of, transposed);
    const room = take(Math.ceil(panels.bytes / 32), 8);
    panels.at = room.stretch.at;
    return panels;
  };
  // ‖X‖² once for every row, through a product with ones: 1/‖X‖ is then a column
  emit.clear(ones);
  emit.inverseRoot(ones, ones, 1);
  emit.sumOfColumns(ofRows, x, x, 1, false);
  emit.product(ofAll, ones, packed(ofRows, false), false);
  emit.inverseRoot(ofAll, ofAll, least);
  emit.times(x, x, ofAll, "column", false);
  for (let round = 0; round < 5; round++) {
    if (isWide) emit.product(gram, x, packed(x, true), false);
    else emit.productOfColumns(gram, x, x, false);
    emit.product(factor, gram, packed(gram, false), false);
    emit.scale(factor, factor, c, "not", false);
    emit.scale(factor, gram, b, "not", true);
    if (isWide) emit.product(moved, factor, packed(x, false), false);
    else emit.product(moved, x, packed(factor, false), false);
    emit.scale(x, x, a, "not", false);
    emit.scale(x, moved, 1, "not", true);
  }
  emit.scale(x, x, Math.sqrt(Math.max(1, columns / rows)), "not", false);
  return emit.instructions;
}
