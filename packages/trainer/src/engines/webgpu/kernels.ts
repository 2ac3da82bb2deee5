import type { KernelNumbers } from "../tape/kernel-numbers.ts";

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

/**
 * c = a·b in tiles of \`16·each\` a side: 256 invocations, each of which makes each × each of a tile's
 * numbers and adds up the terms in their order.
 *
 * @param sizes rows, columns and terms, as expressions
 * @param a the left side's number in row m and term k; \`b\` the right side's in term k and column n
 */
const tiled = (
  name: string,
  each: number,
  sizes: { rows: string; columns: string; terms: string; adds: number },
  a: string,
  b: string,
) => /* wgsl */ `
var<workgroup> left${name}: array<f32, ${16 * 16 * each}>;
var<workgroup> right${name}: array<f32, ${16 * 16 * each}>;
@compute @workgroup_size(16, 16)
fn ${name}(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_id) local: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let rows = ${sizes.rows};
  let columns = ${sizes.columns};
  let terms = ${sizes.terms};
  let row = group.y * ${16 * each}u;
  let column = group.x * ${16 * each}u;
  var sums: array<f32, ${each * each}>;
  for (var done = 0u; done < terms; done += 16u) {
    for (var i = index; i < ${16 * 16 * each}u; i += 256u) {
      { // neighbours read what lies side by side
        let m = row + ${name.startsWith("columns") ? `i % ${16 * each}u` : "i / 16u"};
        let k = done + ${name.startsWith("columns") ? `i / ${16 * each}u` : "i % 16u"};
        var value = 0.0;
        if (m < rows && k < terms) { value = ${a}; }
        left${name}[(k - done) * ${16 * each}u + m - row] = value;
      }
      {
        let n = column + i % ${16 * each}u;
        let k = done + i / ${16 * each}u;
        var value = 0.0;
        if (n < columns && k < terms) { value = ${b}; }
        right${name}[(k - done) * ${16 * each}u + n - column] = value;
      }
    }
    workgroupBarrier();
    for (var k = 0u; k < 16u; k++) {
      var lefts: array<f32, ${each}>;
      var rights: array<f32, ${each}>;
      for (var j = 0u; j < ${each}u; j++) {
        lefts[j] = left${name}[k * ${16 * each}u + local.y + 16u * j];
        rights[j] = right${name}[k * ${16 * each}u + local.x + 16u * j];
      }
      for (var i = 0u; i < ${each}u; i++) {
        for (var j = 0u; j < ${each}u; j++) { sums[i * ${each}u + j] += lefts[i] * rights[j]; }
      }
    }
    workgroupBarrier();
  }
  for (var i = 0u; i < ${each}u; i++) {
    for (var j = 0u; j < ${each}u; j++) {
      let m = row + local.y + 16u * i;
      let n = column + local.x + 16u * j;
      if (m < rows && n < columns) {
        ${put("place(1u) + m * place(2u) + n", `sums[i * ${each}u + j]`, sizes.adds)}
      }
    }
  }
}`;

const product = (each: number) =>
  tiled(
    `rows${each}`,
    each,
    { rows: "word(0u)", columns: "word(6u) * 8u", terms: "word(7u)", adds: 8 },
    "memory[place(3u) + m * place(4u) + k]",
    "memory[place(5u) + ((n >> 3u) * terms + k) * 8u + (n & 7u)]",
  );

const productOfColumns = (each: number) =>
  tiled(
    `columns${each}`,
    each,
    { rows: "word(8u)", columns: "word(9u)", terms: "word(7u)", adds: 10 },
    "memory[place(3u) + k * place(4u) + m]",
    "memory[place(5u) + k * place(6u) + n]",
  );

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

/** How a kernel is spread over workgroups. */
export interface Spread {
  readonly entry: string;
  readonly groups: readonly [number, number];
}

/** Workgroups of 256 for so many numbers. */
export function over(numbers: number): readonly [number, number] {
  const groups = Math.ceil(numbers / 256);
  return groups <= 65535 ? [groups, 1] : [65535, Math.ceil(groups / 65535)];
}

/** A workgroup for each of so many. */
export const groupForEach = (count: number): readonly [number, number] =>
  count <= 65535 ? [count, 1] : [65535, Math.ceil(count / 65535)];

interface Kernel {
  /** Shaders by the name of their entry. */
  readonly code: Readonly<Record<string, string>>;
  /** @param words of an instruction, its lines first; addresses in bytes */
  spread(words: readonly number[]): Spread;
}

const alone = (
  entry: string,
  code: string,
  groups: (words: readonly number[]) => readonly [number, number],
): Kernel => ({ code: { [entry]: code }, spread: (words) => ({ entry, groups: groups(words) }) });

/** A kernel with an invocation for each number of each line; `stride` is the word that says how many. */
const perNumber = (entry: string, stride: number, body: string, before = "") =>
  alone(entry, before + entrywise(entry, stride, body), (words) =>
    over((words[0] * words[stride]) / 4),
  );

/** Tiles of 64 a side where there are enough of them to keep a card busy, else smaller ones. */
function tiles(kind: "rows" | "columns", rows: number, columns: number): Spread {
  const count = (side: number) => Math.ceil(rows / side) * Math.ceil(columns / side);
  const each = count(64) >= 256 ? 4 : count(32) >= 128 ? 2 : 1;
  const side = 16 * each;
  return {
    entry: `${kind}${each}`,
    groups: [Math.ceil(columns / side), Math.ceil(rows / side)],
  };
}

const sizesOfTiles = [1, 2, 4];

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
    code: Object.fromEntries(sizesOfTiles.map((each) => [`rows${each}`, product(each)])),
    spread: (words) => tiles("rows", words[0], words[6] * 8),
  },
  PRODUCT_OF_COLUMNS: {
    code: Object.fromEntries(
      sizesOfTiles.map((each) => [`columns${each}`, productOfColumns(each)]),
    ),
    spread: (words) => tiles("columns", words[8], words[9]),
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
  SCATTER: alone(
    "scatter",
    /* wgsl */ `
@compute @workgroup_size(256)
fn scatter(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = lane(id);
  let stride = place(2u);
  if (i >= word(7u) * stride) { return; }
  let row = i / stride;
  let column = i % stride;
  let starts = place(4u) + word(6u) * word(5u);
  let lists = starts + word(7u) + 1u;
  var sum = 0.0;
  for (var j = indices[starts + row]; j < indices[starts + row + 1u]; j++) {
    sum += memory[place(3u) + indices[lists + j] * stride + column];
  }
  ${put("place(1u) + i", "sum", 8)}
}`,
    (words) => over((words[7] * words[2]) / 4),
  ),
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
  // eight columns a workgroup, each by 32 invocations
  SUM_OF_ROWS: alone(
    "sumOfRows",
    /* wgsl */ `
var<workgroup> sums: array<f32, 256>;
@compute @workgroup_size(256)
fn sumOfRows(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let column = group.x * 8u + (index & 7u);
  var own = 0.0;
  for (var row = index >> 3u; row < word(5u); row += 32u) {
    let at = row * place(4u) + column;
    var value = memory[place(2u) + at];
    if (word(3u) != 0u) { value *= memory[place(3u) + at]; }
    own += value;
  }
  sums[index] = own;
  workgroupBarrier();
  for (var half = 128u; half >= 8u; half /= 2u) {
    if (index < half) { sums[index] += sums[index + half]; }
    workgroupBarrier();
  }
  if (index < 8u) { ${put("place(1u) + column", "real(6u) * sums[index]", 7)} }
}`,
    (words) => [words[0], 1],
  ),
};

/** The kernels by the numbers that instructions hold. */
export const kernels: ReadonlyMap<number, Kernel> = new Map(
  Object.entries(byName).map(([name, kernel]) => [
    kernelNumbers[name as keyof KernelNumbers].value,
    kernel,
  ]),
);
