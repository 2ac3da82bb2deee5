import {
  callable,
  type Form,
  list,
  number,
  oneOf,
  optional,
  orNull,
  record,
  text,
  whole,
} from "@grokscape/group-datasets/forms";
import { type ActivationName, activationNames } from "../numerics/activation.ts";

/** A form with a further condition. */
const also =
  (form: Form, holds: (value: never) => boolean, must: string): Form =>
  (value) =>
    form(value) ?? (holds(value as never) ? null : { path: "", must, value });

const table: Form = (value) =>
  Array.isArray(value) || ArrayBuffer.isView(value) ? null : { path: "", must: "a list", value };

export const aGroup: Form = record({
  order: whole(1),
  name: text,
  table,
  identity: whole(0),
  multiply: callable,
  inverse: callable,
});

export const anActivation: Form = (value) =>
  activationNames.includes(value as ActivationName)
    ? null
    : { path: "", must: `one of ${activationNames.join(", ")}`, value };

const floats: Form = (value) =>
  value instanceof Float64Array ? null : { path: "", must: "a Float64Array", value };

/** Its entries are not looked at: NaN among them gives NaN. */
export const aMatrix: Form = also(
  record({ rows: whole(0), columns: whole(0), data: floats }),
  ({ rows, columns, data }: { rows: number; columns: number; data: Float64Array }) =>
    data.length === rows * columns,
  "a matrix of rows × columns numbers",
);

/** For algorithms that iterate, which need not end if an entry is NaN or infinite. */
export const aFiniteMatrix: Form = also(
  aMatrix,
  ({ data }: { data: Float64Array }) => data.every(Number.isFinite),
  "a matrix of finite numbers",
);

export const aDataset: Form = also(
  record({ count: whole(0), arity: whole(1), operands: list(whole(0)), labels: list(whole(0)) }),
  ({ count, arity, operands, labels }: Lists) =>
    operands.length === count * arity && labels.length === count,
  "data of count × arity operands and count labels",
);

interface Lists {
  readonly count: number;
  readonly arity: number;
  readonly operands: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

export const someFeatures: Form = record({
  features: aMatrix,
  labels: list(whole(0)),
  classes: whole(1),
});

export const aLandscape: Form = record({
  dimension: whole(1),
  value: callable,
  gradient: callable,
  hessianProduct: callable,
});

export const places: Form = list(whole(0));

export const aLaw: Form = record({ id: text, predict: callable, fit: callable });

export const aLawConfig: Form = record({
  classes: number,
  size: number,
  largestDegree: number,
  cyclic: oneOf(true, false),
  count: number,
  width: number,
  learningRate: number,
  weightDecay: number,
  clampedNorm: optional(number),
});

export const measuredRuns: Form = list(
  record({
    config: aLawConfig,
    grokStep: orNull(number),
    steps: number,
    memorisation: optional(record({ step: number, squaredNorm: number })),
    squaredNormAfter: optional(number),
  }),
);
