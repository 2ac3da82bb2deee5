import type { Instruction } from "../tape/instruction.ts";
import type { KernelNumbers } from "../tape/kernel-numbers.ts";
import { type Argument, type Call, groupForEach, numbersOf, over, type Spread } from "./call.ts";
import { type PartialSums, productCalls, productShaders } from "./product.ts";

/*
 * The kernels of the record, in WGSL. All numbers lie in one array. An instruction's arguments are
 * words: word(0) is how many lines it has, those after it are the arguments in the order in which the
 * wasm kernels take them (see ../tape/emit.ts), with addresses and strides in bytes.
 */

/** The names by which instructions call the kernels; `FIRST_FREE` leaves 0 to mean "none". */
export const kernelNumbers: KernelNumbers = Object.fromEntries(
  Object.entries({
    PACK_RIGHT: 0,
    PRODUCT: 1,
    PRODUCT_OF_COLUMNS: 2,
    SELECT: 3,
    SCATTER: 4,
    ADD: 5,
    TIMES: 6,
    SCALE: 7,
    CLEAR: 8,
    PLACE: 9,
    ACTIVATE: 10,
    ACTIVATION_SLOPE: 11,
    INVERSE_ROOT: 12,
    INVERSE_ROOT_SLOPE: 13,
    SOFTMAX: 14,
    SOFTMAX_SLOPE: 15,
    SUM_OF_COLUMNS: 16,
    SUM_OF_ROWS: 17,
    GELU: 6,
    FIRST_FREE: 256,
    BLOCK: 0,
    scratchBytes: 0,
  }).map(([name, value]) => [name, { value }]),
) as KernelNumbers;

/** What every shader begins with. */
export const header = /* wgsl */ `
struct Words { all: array<vec4<u32>, 16> }
@group(0) @binding(0) var<storage, read_write> memory: array<f32>;
@group(0) @binding(0) var<storage, read_write> vectors: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read> indices: array<u32>;
@group(0) @binding(2) var<uniform> words: Words;
@group(0) @binding(3) var<storage, read> numbers: array<f32>;

fn word(i: u32) -> u32 { return words.all[i >> 2u][i & 3u]; }
fn real(i: u32) -> f32 { return bitcast<f32>(word(i)); }
/** A word in bytes as a place among the numbers. */
fn place(i: u32) -> u32 { return word(i) >> 2u; }
/** The number of this invocation among those of a dispatch over \`side\` × … workgroups of 256. */
fn lane(id: vec3<u32>) -> u32 { return id.x + id.y * ${65535 * 256}u; }
`;

const entrywise = (name: string, stride: number, body: string) => /* wgsl */ `
@compute @workgroup_size(256)
fn ${name}(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = lane(id);
  let stride = place(${stride}u);
  if (i >= word(0u) * stride) { return; }
  let row = i / stride;
  let column = i % stride;
  ${body}
}`;

/** b as a second matrix, whose address, stride and whether it is a column are three words from one on. */
const second = (from: number) =>
  `memory[place(${from}u) + row * place(${from + 1}u) + select(column, 0u, word(${from + 2}u) != 0u)]`;

/** Writes a value, or adds it where the word says so. */
const put = (to: string, value: string, adds: number) => /* wgsl */ `
  let at = ${to};
  let value = ${value};
  if (word(${adds}u) != 0u) { memory[at] += value; } else { memory[at] = value; }`;

const activations = (gelu: number) => /* wgsl */ `
fn sigmoid(z: f32) -> f32 { return 1.0 / (1.0 + exp(-z)); }
fn geluShare(z: f32) -> f32 {
  return sigmoid(1.5957691216057308 * (z * (1.0 + 0.044715 * z * z)));
}
fn activation(z: f32, kind: u32, p: f32, q: f32) -> f32 {
  switch kind {
    case 0u: { return z * z; }
    case 1u: { return max(z, 0.0); }
    case 2u: { let positive = max(z, 0.0); return positive * positive; }
    case 3u: { return z * sigmoid(z); }
    case 4u: {
      var value = z * z;
      for (var i = 2.0; i < p; i += 1.0) { value *= z; }
      return value;
    }
    case ${gelu}u: { return z * geluShare(z); }
    default: { return z * (p + q * z); }
  }
}
fn slope(z: f32, kind: u32, p: f32, q: f32) -> f32 {
  switch kind {
    case 0u: { return 2.0 * z; }
    case 1u: { return select(0.0, 1.0, z > 0.0); }
    case 2u: { return 2.0 * max(z, 0.0); }
    case 3u: { let s = sigmoid(z); return s * (1.0 + z * (1.0 - s)); }
    case 4u: {
      var value = p * z;
      for (var i = 2.0; i < p; i += 1.0) { value *= z; }
      return value;
    }
    case ${gelu}u: {
      let s = geluShare(z);
      let steep = 1.5957691216057308 * (1.0 + 3.0 * 0.044715 * z * z);
      return s * (1.0 + z * (1.0 - s) * steep);
    }
    default: { return p + 2.0 * q * z; }
  }
}`;

/** Sums over a workgroup, in an order that does not change. */
export const sumOfGroup = (width: number) => /* wgsl */ `
var<workgroup> parts: array<f32, ${width}>;
fn sumOfGroup(index: u32, own: f32) -> f32 {
  parts[index] = own;
  workgroupBarrier();
  for (var half = ${width / 2}u; half > 0u; half /= 2u) {
    if (index < half) { parts[index] += parts[index + half]; }
    workgroupBarrier();
  }
  let sum = parts[0];
  workgroupBarrier();
  return sum;
}`;

/** Sums over a workgroup of eight columns, each by 32 invocations, in an order that does not change. */
const sumOfColumnsOfGroup = /* wgsl */ `
var<workgroup> sums: array<f32, 256>;
fn sumOfColumnsOfGroup(index: u32, own: f32) -> f32 {
  sums[index] = own;
  workgroupBarrier();
  for (var half = 128u; half >= 8u; half /= 2u) {
    if (index < half) { sums[index] += sums[index + half]; }
    workgroupBarrier();
  }
  return sums[index & 7u];
}`;

interface Kernel {
  /** Shaders by the name of their entry. */
  readonly code: Readonly<Record<string, string>>;
  /** @param words of an instruction, its lines first; addresses in bytes */
  calls(words: readonly Argument[], partial: PartialSums): Call[];
}

const alone = (
  entry: string,
  code: string,
  groups: (words: readonly number[]) => readonly [number, number],
): Kernel => ({
  code: { [entry]: code },
  calls: (words) => [{ spread: { entry, groups: groups(numbersOf(words)) }, words }],
});

/** A kernel with an invocation for each number of each line; `stride` is the word that says how many. */
const perNumber = (entry: string, stride: number, body: string, before = "") =>
  alone(entry, before + entrywise(entry, stride, body), (words) =>
    over((words[0] * words[stride]) / 4),
  );

/** Rows that one invocation adds up, on average, at most. */
const mostInARow = 32;

/** \`own\`: the sum of some of the rows of g that come to a row of the table, in a column. */
const scattered = (first: string, step: string) => /* wgsl */ `
  let starts = place(4u) + word(6u) * word(5u);
  let lists = starts + word(7u) + 1u;
  let end = indices[starts + row + 1u];
  var own = 0.0;
  for (var j = indices[starts + row] + ${first}; j < end; j += ${step}) {
    own += memory[place(3u) + indices[lists + j] * stride + column];
  }`;

const byName: Readonly<Record<string, Kernel>> = {
  PACK_RIGHT: alone(
    "packRight",
    /* wgsl */ `
@compute @workgroup_size(256)
fn packRight(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = lane(id);
  let terms = word(4u);
  if (i >= word(0u) * terms * 8u) { return; }
  let column = i / (terms * 8u) * 8u + (i & 7u);
  let term = (i >> 3u) % terms;
  let source = select(term * place(3u) + column, column * place(3u) + term, word(6u) != 0u);
  memory[place(1u) + i] = select(0.0, memory[place(2u) + source], column < word(5u));
}`,
    (words) => over(words[0] * words[4] * 8),
  ),
  PRODUCT: {
    code: productShaders("rows"),
    calls: (words, partial) => productCalls("rows", words, partial),
  },
  PRODUCT_OF_COLUMNS: {
    code: productShaders("columns"),
    calls: (words, partial) => productCalls("columns", words, partial),
  },
  SELECT: perNumber(
    "pick",
    2,
    /* wgsl */ `
  var sum = 0.0;
  for (var j = 0u; j < word(5u); j++) {
    sum += memory[place(3u) + indices[place(4u) + row * word(5u) + j] * stride + column];
  }
  memory[place(1u) + i] = sum;`,
  ),
  // after the picks of g's rows lies, for each row of the table, where its list of g's rows begins, and then all lists
  SCATTER: {
    code: {
      scatter: /* wgsl */ `
@compute @workgroup_size(256)
fn scatter(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = lane(id);
  let stride = place(2u);
  if (i >= word(7u) * stride) { return; }
  let row = i / stride;
  let column = i % stride;
  ${scattered("0u", "1u")}
  ${put("place(1u) + i", "own", 8)}
}`,
      scatterMany: /* wgsl */ `
${sumOfColumnsOfGroup}
@compute @workgroup_size(256)
fn scatterMany(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let stride = place(2u);
  let row = group.y;
  let column = group.x * 8u + (index & 7u);
  ${scattered("(index >> 3u)", "32u")}
  let sum = sumOfColumnsOfGroup(index, own);
  if (index < 8u) { ${put("place(1u) + row * stride + column", "sum", 8)} }
}`,
    },
    calls(words) {
      const [, , stride, , , perExample, examples, tableRows] = numbersOf(words);
      const isMany = examples * perExample > mostInARow * tableRows;
      const spread: Spread = isMany
        ? { entry: "scatterMany", groups: [stride / 32, tableRows] }
        : { entry: "scatter", groups: over((tableRows * stride) / 4) };
      return [{ spread, words }];
    },
  },
  ADD: perNumber("add", 2, `memory[place(1u) + i] = memory[place(3u) + i] + ${second(4)};`),
  TIMES: perNumber("times", 2, put("place(1u) + i", `memory[place(3u) + i] * ${second(4)}`, 7)),
  SCALE: perNumber("scale", 2, put("place(1u) + i", `real(7u) * ${second(3)}`, 6)),
  CLEAR: perNumber("clear", 2, "memory[place(1u) + i] = 0.0;"),
  PLACE: alone(
    "placeColumns",
    entrywise(
      "placeColumns",
      5,
      put(
        "place(1u) + row * place(2u) + column",
        "memory[place(3u) + row * place(4u) + column]",
        6,
      ),
    ),
    (words) => over((words[0] * words[5]) / 4),
  ),
  ACTIVATE: perNumber(
    "activate",
    2,
    "memory[place(1u) + i] = activation(memory[place(3u) + i], word(4u), real(5u), real(6u));",
    activations(kernelNumbers.GELU.value),
  ),
  ACTIVATION_SLOPE: perNumber(
    "activationSlope",
    2,
    put(
      "place(1u) + i",
      "memory[place(3u) + i] * slope(memory[place(4u) + i], word(5u), real(6u), real(7u))",
      8,
    ),
    activations(kernelNumbers.GELU.value),
  ),
  INVERSE_ROOT: perNumber(
    "inverseRoot",
    2,
    "memory[place(1u) + i] = 1.0 / sqrt(memory[place(3u) + i] + real(4u));",
  ),
  INVERSE_ROOT_SLOPE: perNumber(
    "inverseRootSlope",
    2,
    `let y = memory[place(4u) + i];
  ${put("place(1u) + i", "-0.5 * memory[place(3u) + i] * y * y * y", 5)}`,
  ),
  SOFTMAX: perNumber(
    "softmax",
    1,
    /* wgsl */ `
  let parts = word(2u);
  var highest = memory[place(3u) + i];
  for (var s = 1u; s < parts; s++) { highest = max(highest, memory[place(3u + s) + i]); }
  var sum = 0.0;
  for (var s = 0u; s < parts; s++) { sum += exp(memory[place(3u + s) + i] - highest); }
  for (var s = 0u; s < parts; s++) {
    memory[place(3u + parts + s) + i] = exp(memory[place(3u + s) + i] - highest) / sum;
  }`,
  ),
  SOFTMAX_SLOPE: perNumber(
    "softmaxSlope",
    1,
    /* wgsl */ `
  let parts = word(2u);
  var sum = 0.0;
  for (var s = 0u; s < parts; s++) {
    sum += memory[place(3u + parts + s) + i] * memory[place(3u + s) + i];
  }
  for (var s = 0u; s < parts; s++) {
    let value = memory[place(3u + s) + i] * (memory[place(3u + parts + s) + i] - sum);
    let at = place(3u + 2u * parts + s) + i;
    if (word(3u + 3u * parts + s) != 0u) { memory[at] += value; } else { memory[at] = value; }
  }`,
  ),
  SUM_OF_COLUMNS: alone(
    "sumOfColumns",
    /* wgsl */ `
${sumOfGroup(64)}
@compute @workgroup_size(64)
fn sumOfColumns(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let row = group.x + group.y * 65535u;
  if (row >= word(0u)) { return; }
  let begin = row * place(5u);
  var own = 0.0;
  for (var j = index; j < word(6u); j += 64u) {
    var value = memory[place(3u) + begin + j];
    if (word(4u) != 0u) { value *= memory[place(4u) + begin + j]; }
    own += value;
  }
  let sum = real(7u) * sumOfGroup(index, own);
  if (index == 0u) { ${put("place(1u) + row * place(2u)", "sum", 8)} }
}`,
    (words) => groupForEach(words[0]),
  ),
  SUM_OF_ROWS: alone(
    "sumOfRows",
    /* wgsl */ `
${sumOfColumnsOfGroup}
@compute @workgroup_size(256)
fn sumOfRows(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let column = group.x * 8u + (index & 7u);
  let rows = word(5u);
  // four rows at a time, so that none waits for another to come
  var sums4 = vec4(0.0);
  for (var row = index >> 3u; row < rows; row += 128u) {
    let at = vec4(row, row + 32u, row + 64u, row + 96u) * place(4u) + column;
    let ends = vec4(row, row + 32u, row + 64u, row + 96u) < vec4(rows);
    for (var j = 0u; j < 4u; j++) {
      if (!ends[j]) { continue; }
      var value = memory[place(2u) + at[j]];
      if (word(3u) != 0u) { value *= memory[place(3u) + at[j]]; }
      sums4[j] += value;
    }
  }
  let own = (sums4.x + sums4.y) + (sums4.z + sums4.w);
  let sum = sumOfColumnsOfGroup(index, own);
  if (index < 8u) { ${put("place(1u) + column", "real(6u) * sum", 7)} }
}`,
    (words) => [words[0], 1],
  ),
};

const byNumber: ReadonlyMap<number, Kernel> = new Map(
  Object.entries(byName).map(([name, kernel]) => [
    kernelNumbers[name as keyof KernelNumbers].value,
    kernel,
  ]),
);

/** The shaders of all kernels, by the names of their entries. */
export const kernelShaders: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(byName).map(({ code }) => code),
);

/** The calls that do an instruction. */
export function callsOf({ kernel, lines, words }: Instruction, partial: PartialSums): Call[] {
  return (byNumber.get(kernel) as Kernel).calls([lines, ...words], partial);
}
