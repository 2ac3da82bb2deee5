import { InputError } from "@grokscape/group-datasets";
import type { Words } from "@grokscape/theory";

/** A border as laws see it: M, and n with its 95 % interval. */
export interface BorderPoint {
  /** M, at least 2. */
  readonly classes: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/** A fitted number with its 95 % interval; of no width where it was given. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** n_c = C·M^a·(ln M)^b with some of a and b given. */
export interface PowerForm {
  readonly id: string;
  readonly title: Words;
  /** Given, or undefined for a free one. */
  readonly a?: number;
  readonly b?: number;
}

const titled = (id: string, title: string, given: Pick<PowerForm, "a" | "b">): PowerForm => ({
  id,
  title: { en: title, "zh-cn": title },
  ...given,
});

/** From the one with a single constant to the one in which both exponents are free. */
export const powerForms: readonly PowerForm[] = [
  titled("linear", "C·M", { a: 1, b: 0 }),
  titled("coupons", "C·M·ln M", { a: 1, b: 1 }),
  titled("three-halves", "C·M^(3/2)", { a: 1.5, b: 0 }),
  titled("power", "C·M^a", { b: 0 }),
  titled("power-times-log", "C·M^a·ln M", { b: 1 }),
  titled("linear-times-log-power", "C·M·(ln M)^b", { a: 1 }),
  titled("both-free", "C·M^a·(ln M)^b", {}),
];

/** How such a law fits some borders. Plain JSON. */
export interface PowerFit {
  readonly form: string;
  readonly constant: Estimate;
  readonly a: Estimate;
  readonly b: Estimate;
  /** a + b/ln M, how steeply n_c grows with M where most is known of it: at this M. */
  readonly exponent: Estimate & { readonly classes: number };
  /** Σ of squared deviations in units of the borders' own uncertainty, and what it should be about. */
  readonly chiSquare: number;
  readonly degrees: number;
  /** Of both exponents where both are free. */
  readonly joint: JointRegion | null;
}

/** What is known of a and b together: an ellipse about their values. */
export interface JointRegion {
  readonly varianceOfA: number;
  readonly varianceOfB: number;
  readonly covariance: number;
  readonly correlation: number;
  /** Whether b's interval is narrower than one power of the logarithm; else only `exponent` is known. */
  readonly toldApart: boolean;
  /** The edge of the 95 % region, [a, b] around it. */
  readonly edge: readonly (readonly [a: number, b: number])[];
}

/** 97.5 % point of the normal distribution, and 95 % point of χ² with 2 degrees of freedom. */
const z = 1.959963984540054;
const radius = Math.sqrt(5.991464547107979);

/**
 * Weighted least squares of ln n over ln M and ln ln M, each border with the weight of its interval; which
 * is also the maximum of the likelihood, and the intervals are those of its profile. Where the borders lie
 * farther from the law than their own uncertainty allows, the intervals widen by √(χ²/degrees).
 *
 * @returns null where there are fewer borders of different M than free numbers
 * @throws InputError for a border whose M is below 2, or whose interval has no width or does not hold it
 */
export function fitPower(form: PowerForm, points: readonly BorderPoint[]): PowerFit | null {
  for (const { classes, count, low, high } of points) {
    if (!(classes >= 2 && low > 0 && low < high && low <= count && count <= high)) {
      throw new InputError(
        `a border of M = ${classes} at ${count} (${low} … ${high})`,
        "M is at least 2, and the interval holds the border",
      );
    }
  }
  const free = (["a", "b"] as const).filter((name) => form[name] === undefined);
  const sizes = new Set(points.map(({ classes }) => classes)).size;
  if (sizes < free.length + 1) return null;

  const weights = points.map(({ low, high }) => ((2 * z) / Math.log(high / low)) ** 2);
  const total = sum(weights);
  const average = (values: readonly number[]) =>
    sum(values.map((value, i) => value * weights[i])) / total;
  const columns = {
    a: points.map(({ classes }) => Math.log(classes)),
    b: points.map(({ classes }) => Math.log(Math.log(classes))),
  };
  const means = { a: average(columns.a), b: average(columns.b) };
  const rest = points.map(
    ({ count }, i) => Math.log(count) - (form.a ?? 0) * columns.a[i] - (form.b ?? 0) * columns.b[i],
  );
  const level = average(rest);
  const centred = {
    a: columns.a.map((value) => value - means.a),
    b: columns.b.map((value) => value - means.b),
    rest: rest.map((value) => value - level),
  };
  const product = (one: keyof typeof centred, other: keyof typeof centred) =>
    total * average(centred[one].map((value, i) => value * centred[other][i]));
  const inverse = inverted(free, product);
  const solved = (one: "a" | "b") =>
    sum(free.map((other) => inverse[one][other] * product(other, "rest")));
  const value = { a: form.a ?? solved("a"), b: form.b ?? solved("b") };

  const fitted = (i: number) => sum(free.map((name) => value[name] * centred[name][i]));
  const chiSquare = sum(points.map((_, i) => weights[i] * (centred.rest[i] - fitted(i)) ** 2));
  const degrees = points.length - free.length - 1;
  const excess = degrees > 0 ? Math.max(1, chiSquare / degrees) : 1;
  const covariance = (one: "a" | "b", other: "a" | "b") => excess * inverse[one][other];
  /** Of p·a + q·b. */
  const variance = (p: number, q: number) =>
    p * p * covariance("a", "a") + 2 * p * q * covariance("a", "b") + q * q * covariance("b", "b");
  const within = (value: number, variance: number): Estimate => {
    const half = z * Math.sqrt(variance);
    return { value, low: value - half, high: value + half };
  };
  const log = level - sum(free.map((name) => value[name] * means[name]));
  const constant = within(
    log,
    excess / total + variance(free.includes("a") ? means.a : 0, free.includes("b") ? means.b : 0),
  );
  return {
    form: form.id,
    constant: {
      value: Math.exp(constant.value),
      low: Math.exp(constant.low),
      high: Math.exp(constant.high),
    },
    a: within(value.a, covariance("a", "a")),
    b: within(value.b, covariance("b", "b")),
    exponent: {
      ...within(value.a + value.b / means.a, variance(1, 1 / means.a)),
      classes: Math.exp(means.a),
    },
    chiSquare,
    degrees,
    joint: free.length === 2 ? jointRegion(value, covariance) : null,
  };
}

/** Whether exponents lie outside of the 95 % region of a fit in which both are free. */
export function isExcluded({ a, b, joint }: PowerFit, atA: number, atB: number): boolean {
  if (!joint) return false;
  const { varianceOfA, varianceOfB, covariance } = joint;
  const [da, db] = [atA - a.value, atB - b.value];
  const distance = varianceOfB * da * da - 2 * covariance * da * db + varianceOfA * db * db;
  return distance > radius ** 2 * (varianceOfA * varianceOfB - covariance ** 2);
}

/** n_c by a fit. */
export const powerCount = ({ constant, a, b }: PowerFit, classes: number): number =>
  constant.value * classes ** a.value * Math.log(classes) ** b.value;

type Square = Readonly<Record<"a" | "b", Readonly<Record<"a" | "b", number>>>>;

/** The inverse of the free ones' products; 0 for those that are given. */
function inverted(
  free: readonly ("a" | "b")[],
  product: (one: "a" | "b", other: "a" | "b") => number,
): Square {
  const none = { a: { a: 0, b: 0 }, b: { a: 0, b: 0 } };
  if (free.length === 0) return none;
  if (free.length === 1) {
    const [one] = free;
    return { ...none, [one]: { ...none[one], [one]: 1 / product(one, one) } };
  }
  const [aa, ab, bb] = [product("a", "a"), product("a", "b"), product("b", "b")];
  const determinant = aa * bb - ab * ab;
  return {
    a: { a: bb / determinant, b: -ab / determinant },
    b: { a: -ab / determinant, b: aa / determinant },
  };
}

function jointRegion(
  { a, b }: { readonly a: number; readonly b: number },
  covarianceOf: (one: "a" | "b", other: "a" | "b") => number,
): JointRegion {
  const [varianceOfA, varianceOfB] = [covarianceOf("a", "a"), covarianceOf("b", "b")];
  const covariance = covarianceOf("a", "b");
  const deviation = Math.sqrt(varianceOfB);
  const across = Math.sqrt(Math.max(0, varianceOfA - covariance ** 2 / varianceOfB));
  const edge = Array.from({ length: 48 }, (_, i): readonly [number, number] => {
    const angle = (2 * Math.PI * i) / 48;
    const along = radius * Math.sin(angle);
    return [
      a + (covariance / deviation) * along + across * radius * Math.cos(angle),
      b + deviation * along,
    ];
  });
  return {
    varianceOfA,
    varianceOfB,
    covariance,
    correlation: covariance / Math.sqrt(varianceOfA * varianceOfB),
    toldApart: 2 * z * deviation < 1,
    edge,
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
