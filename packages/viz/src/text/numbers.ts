/** 12345 → "12,345". */
export const count = (value: number) =>
  String(value).replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ",");

/** 0.9931 → "99.3 %", with a narrow no-break space; only 1 is 100 % and only 0 is 0 %; – for what is not finite. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  if (share === 0 || share === 1) return `${share * 100}\u202f%`;
  return `${Math.min(99.9, Math.max(0.1, share * 100)).toFixed(1)}\u202f%`;
}

/** A share that was chosen, not measured: 0.4 → "40 %", 0.125 → "12.5 %". */
export const chosenShare = (share: number): string =>
  `${Number((share * 100).toPrecision(3))}\u202f%`;

/** Three significant digits: 0.0213, 1.50, 3.21×10⁻⁴; – for what is not finite. */
export function significant(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1000) return value.toPrecision(3);
  const [factor, exponent] = value.toExponential(2).split("e");
  return `${factor}×${tenTo(Number(exponent))}`;
}

/** A tick of a log axis: 100, 0.2, 10⁻⁵, 2×10⁻⁵. */
export function decade(value: number): string {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  if (exponent >= -3 && exponent <= 5) return count(Number(value.toPrecision(6)));
  const factor = Number((value / 10 ** exponent).toPrecision(3));
  return factor === 1 ? tenTo(exponent) : `${factor}×${tenTo(exponent)}`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function tenTo(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]);
  return `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

/** 9.666 → "9.7", 130.2 → "130", ∞ for infinity. */
export const ratio = (value: number) =>
  value === Number.POSITIVE_INFINITY
    ? "∞"
    : value < 10
      ? String(Number(value.toFixed(1)))
      : count(Math.round(value));
