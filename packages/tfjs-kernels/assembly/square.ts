/** out[i] = x[i]². */
export function square(x: usize, out: usize, count: i32): void {
  const wide = x + <usize>(count & ~3) * 4;
  const end = x + <usize>count * 4;
  for (; x < wide; x += 16) {
    const values = v128.load(x);
    v128.store(out, f32x4.mul(values, values));
    out += 16;
  }
  for (; x < end; x += 4) {
    store<f32>(out, load<f32>(x) * load<f32>(x));
    out += 4;
  }
}
