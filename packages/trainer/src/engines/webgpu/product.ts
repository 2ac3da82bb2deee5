import { type Argument, type Call, numbersOf, over } from "./call.ts";

/*
 * Products in tiles: a workgroup makes a square of c, of which each invocation holds `each` × `each` numbers,
 * and adds up the terms in their order. Where a product has fewer tiles than keep a card busy, its terms are
 * parted among several workgroups, whose sums are then added in their order.
 */

/** Workgroups that keep a card busy. */
const busy = 384;
/** A part of the terms is a multiple of so many, and has at least twice as many. */
const terms = 64;
const mostParts = 64;

type Side = 32 | 64 | 128;
type Kind = "rows" | "columns";

/** Where sums of parts lie, placed once it is known how many bytes they take at most. */
export interface PartialSums {
  bytes: number;
  at?: number;
}

/**
 * @param kind whether the terms of a lie along its rows, or along its columns
 * @param at the words that say where things are; `right` the place in b of four columns of a term
 */
function tiled(
  kind: Kind,
  side: Side,
  at: { rows: string; columns: string; adds: number; part: number; right: string },
): string {
  const each = side === 128 ? 8 : 4;
  const fours = each / 4;
  const width = side / each;
  const groups = side / 4;
  // half of the invocations read four vectors of a each, the others of b
  const half = width ** 2 / 2;
  const depth = (4 * half) / groups;
  const fetchLeft = {
    rows: /* wgsl */ `
        let m = row + 4u * group4 + r;
        let term = k + 4u * k4;
        if (m < rows && term < end) {
          let found = vectors[source + m * stride + term / 4u];
          next[r] = select(vec4(0.0), found, term + vec4(0u, 1u, 2u, 3u) < vec4(end));
        }`,
    columns: /* wgsl */ `
        let i = own + ${half}u * r;
        let term = k + i / ${groups}u;
        if (term < end) { next[r] = vectors[source + term * stride + row / 4u + i % ${groups}u]; }`,
  };
  const keepLeft = {
    rows: /* wgsl */ `left[(4u * k4 + r) * ${groups}u + group4] = vec4(next[0][r], next[1][r], next[2][r], next[3][r]);`,
    columns: `left[own + ${half}u * r] = next[r];`,
  };
  const fetch = /* wgsl */ `
    for (var r = 0u; r < 4u; r++) {
      next[r] = vec4(0.0);
      if (index < ${half}u) { ${fetchLeft[kind]}
      } else {
        let i = own + ${half}u * r;
        let term = k + i / ${groups}u;
        let column4 = column / 4u + i % ${groups}u;
        if (term < end && 4u * column4 < columns) { next[r] = vectors[${at.right}]; }
      }
    }`;
  return /* wgsl */ `
var<workgroup> left: array<vec4<f32>, ${depth * groups}>;
var<workgroup> right: array<vec4<f32>, ${depth * groups}>;
@compute @workgroup_size(${width}, ${width})
fn ${kind}${side}(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_id) local: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let rows = ${at.rows};
  let columns = ${at.columns};
  let terms = word(7u);
  let row = group.y * ${side}u;
  let column = group.x * ${side}u;
  let first = group.z * word(${at.part}u);
  let end = min(terms, first + word(${at.part}u));
  let source = word(3u) >> 4u;
  let stride = word(4u) >> 4u;
  let own = index % ${half}u;
  // two neighbours read 32 bytes of a row, and what they write meets no other's bank
  let group4 = (own >> 1u) % ${groups}u;
  let k4 = 2u * ((own >> 1u) / ${groups}u) + (own & 1u);
  var sums: array<vec4<f32>, ${each * fours}>;
  var next: array<vec4<f32>, 4>;
  var k = first;
  ${fetch}
  while (k < end) {
    for (var r = 0u; r < 4u; r++) {
      if (index < ${half}u) { ${keepLeft[kind]} } else { right[own + ${half}u * r] = next[r]; }
    }
    workgroupBarrier();
    k += ${depth}u;
    ${fetch}
    for (var i = 0u; i < ${depth}u; i++) {
      var b: array<vec4<f32>, ${fours}>;
      for (var j = 0u; j < ${fours}u; j++) { b[j] = right[i * ${groups}u + local.x + ${width}u * j]; }
      for (var h = 0u; h < ${fours}u; h++) {
        let a = left[i * ${groups}u + local.y + ${width}u * h];
        for (var j = 0u; j < ${fours}u; j++) {
          ${[0, 1, 2, 3].map((r) => `sums[(4u * h + ${r}u) * ${fours}u + j] += a[${r}] * b[j];`).join(" ")}
        }
      }
    }
    workgroupBarrier();
  }
  let to = (word(1u) >> 4u) + group.z * rows * (word(2u) >> 4u);
  for (var h = 0u; h < ${fours}u; h++) {
    for (var r = 0u; r < 4u; r++) {
      let m = row + 4u * local.y + ${4 * width}u * h + r;
      for (var j = 0u; j < ${fours}u; j++) {
        let n = column + 4u * local.x + ${4 * width}u * j;
        if (m < rows && n < columns) {
          let at = to + m * (word(2u) >> 4u) + n / 4u;
          let sum = sums[(4u * h + r) * ${fours}u + j];
          let value = select(vec4(0.0), sum, n + vec4(0u, 1u, 2u, 3u) < vec4(columns));
          if (word(${at.adds}u) != 0u) { vectors[at] += value; } else { vectors[at] = value; }
        }
      }
    }
  }
}`;
}

/** The words of an instruction: where the sizes of its result, what it adds to, and those past its own are. */
const kinds = {
  rows: {
    words: { rows: "word(0u)", columns: "word(6u) * 8u", adds: 8, part: 9 },
    right: "(word(5u) >> 4u) + ((column4 >> 1u) * terms + term) * 2u + (column4 & 1u)",
    sizes: (numbers: readonly number[]) => [numbers[0], 8 * numbers[6]] as const,
  },
  columns: {
    words: { rows: "word(8u)", columns: "word(9u)", adds: 10, part: 11 },
    right: "(word(5u) >> 4u) + term * (word(6u) >> 4u) + column4",
    sizes: (numbers: readonly number[]) => [numbers[8], numbers[9]] as const,
  },
} as const;

/** Adds up parts, four numbers an invocation. Words: rows, to, its stride, from, parts, whether it adds. */
const sumOfParts = /* wgsl */ `
@compute @workgroup_size(256)
fn sumOfParts(@builtin(global_invocation_id) id: vec3<u32>) {
  let size = word(0u) * (word(2u) >> 4u);
  let i = lane(id);
  if (i >= size) { return; }
  var sum = vec4(0.0);
  for (var part = 0u; part < word(4u); part++) { sum += vectors[(word(3u) >> 4u) + part * size + i]; }
  let at = (word(1u) >> 4u) + i;
  if (word(5u) != 0u) { vectors[at] += sum; } else { vectors[at] = sum; }
}`;

export function productShaders(kind: Kind): Readonly<Record<string, string>> {
  const { words, right } = kinds[kind];
  const of = (side: Side) => tiled(kind, side, { ...words, right });
  return { [`${kind}32`]: of(32), [`${kind}64`]: of(64), [`${kind}128`]: of(128), sumOfParts };
}

/**
 * How a product is done: in one call, or in parts which a second one adds up.
 *
 * @param words of its instruction, its lines first
 */
export function productCalls(kind: Kind, words: readonly Argument[], partial: PartialSums): Call[] {
  const numbers = numbersOf(words);
  const { words: at, sizes } = kinds[kind];
  const [rows, columns] = sizes(numbers);
  const [stride, length, adds] = [numbers[2], numbers[7], numbers[at.adds]];
  const tiles = (side: Side) => [Math.ceil(columns / side), Math.ceil(rows / side)] as const;
  const count = (side: Side) => tiles(side)[0] * tiles(side)[1];
  const side = count(128) >= busy / 2 ? 128 : count(64) >= 4 ? 64 : 32;
  const [across, down] = tiles(side);
  const wanted = Math.min(mostParts, Math.round(busy / (across * down)));
  const part = Math.max(2, Math.ceil(length / terms / Math.max(1, wanted))) * terms;
  const parts = Math.max(1, Math.ceil(length / part));
  const entry = `${kind}${side}`;
  if (parts === 1) return [{ spread: { entry, groups: [across, down] }, words: [...words, part] }];
  partial.bytes = Math.max(partial.bytes, parts * rows * stride);
  const into: Argument = { stretch: partial, offset: 0 };
  const ofParts = [...words, part];
  ofParts[1] = into;
  ofParts[at.adds] = 0;
  return [
    { spread: { entry, groups: [across, down, parts] }, words: ofParts },
    {
      spread: { entry: "sumOfParts", groups: over((rows * stride) / 16) },
      words: [rows, words[1], stride, into, parts, adds],
    },
  ];
}
