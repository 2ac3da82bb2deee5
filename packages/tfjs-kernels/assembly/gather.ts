/** Whether all of `count` numbers, i32, are at least 0 and below `size`. */
export function within(indices: usize, count: i32, size: i32): bool {
  for (let i = 0; i < count; i++) {
    if (load<u32>(indices + ((<usize>i) << 2)) >= <u32>size) return false;
  }
  return true;
}

/**
 * out[b, o, i] = x[b, o, indices[b, i]], slices of `bytes`: x is batch × outer × size of them, out
 * batch × outer × count.
 */
export function gather(
  x: usize,
  indices: usize,
  out: usize,
  batch: i32,
  outer: i32,
  size: i32,
  count: i32,
  bytes: usize,
): void {
  for (let b = 0; b < batch; b++) {
    for (let o = 0; o < outer; o++) {
      if (bytes === 4) pickWords(x, indices, out, count);
      else pickSlices(x, indices, out, count, bytes);
      x += <usize>size * bytes;
      out += <usize>count * bytes;
    }
    indices += (<usize>count) << 2;
  }
}

function pickWords(x: usize, indices: usize, out: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 2;
    store<u32>(out + at, load<u32>(x + ((<usize>load<u32>(indices + at)) << 2)));
  }
}

function pickSlices(x: usize, indices: usize, out: usize, count: i32, bytes: usize): void {
  for (let i = 0; i < count; i++) {
    memory.copy(out, x + <usize>load<u32>(indices) * bytes, bytes);
    indices += 4;
    out += bytes;
  }
}

/**
 * out[s] = Σ x[i] over the i with ids[i] = s, in the order of i; x has `count` rows of `width`
 * numbers, out `segments` of them. Ids outside [0, segments) are left out.
 */
export function segmentSum(
  x: usize,
  ids: usize,
  out: usize,
  count: i32,
  width: i32,
  segments: i32,
  integers: bool,
): void {
  const bytes = (<usize>width) << 2;
  memory.fill(out, 0, <usize>segments * bytes);
  for (let i = 0; i < count; i++) {
    const id = load<u32>(ids + ((<usize>i) << 2));
    if (id < <u32>segments) {
      if (integers) addIntegers(x, out + <usize>id * bytes, width);
      else addFloats(x, out + <usize>id * bytes, width);
    }
    x += bytes;
  }
}

function addFloats(x: usize, sums: usize, width: i32): void {
  const wide = x + ((<usize>(width & ~3)) << 2);
  const end = x + ((<usize>width) << 2);
  for (; x < wide; x += 16) {
    v128.store(sums, f32x4.add(v128.load(sums), v128.load(x)));
    sums += 16;
  }
  for (; x < end; x += 4) {
    store<f32>(sums, load<f32>(sums) + load<f32>(x));
    sums += 4;
  }
}

function addIntegers(x: usize, sums: usize, width: i32): void {
  const end = x + ((<usize>width) << 2);
  for (; x < end; x += 4) {
    store<i32>(sums, load<i32>(sums) + load<i32>(x));
    sums += 4;
  }
}
