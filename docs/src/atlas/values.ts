/** A value of a character of a small group as one writes it: "−1", "2i", "(1+i√7)/2", "(−1+√5)/2". */
export function exact(re: number, im: number): string {
  const root = [3, 7, 11, 15, 19, 23].find((under) => close(Math.abs(im), Math.sqrt(under) / 2));
  if (root && close(2 * re, Math.round(2 * re))) {
    return `(${signed(Math.round(2 * re))}${im < 0 ? "−" : "+"}i√${root})/2`;
  }
  const real = surd(re);
  const imaginary = surd(im);
  if (imaginary === "0") return real;
  const i = imaginary === "1" ? "i" : imaginary === "−1" ? "−i" : `${imaginary}i`;
  if (real === "0") return i;
  return `${real}${i.startsWith("−") ? "" : "+"}${i}`;
}

const close = (a: number, b: number) => Math.abs(a - b) < 1e-9;

/** "2", "−√3", "½", "(−1+√5)/2"; three decimals for what is none of these. */
function surd(value: number): string {
  if (close(value, Math.round(value))) return signed(Math.round(value));
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (close(size, 0.5)) return `${sign}½`;
  for (const under of [2, 3, 5, 6, 7]) {
    const root = Math.sqrt(under);
    if (close(size, root)) return `${sign}√${under}`;
    if (close(size, root / 2)) return `${sign}√${under}/2`;
    for (const whole of [1, -1]) {
      if (close(value, (whole + root) / 2)) return `(${signed(whole)}+√${under})/2`;
      if (close(value, (whole - root) / 2)) return `(${signed(whole)}−√${under})/2`;
    }
  }
  return `${sign}${size.toFixed(3)}`;
}

const signed = (value: number) => `${value < 0 ? "−" : ""}${Math.abs(value)}`;
