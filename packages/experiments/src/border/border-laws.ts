import { task as taskById } from "@grokscape/group-datasets";
import {
  knownLaws,
  type LawConfig,
  lawConfig,
  type MeasuredRun,
  type ScalingLaw,
  type Words,
} from "@grokscape/theory";
import { named } from "../experiment.ts";
import { type BorderExperiment, type BorderMeasurement, borderConfig } from "./measurement.ts";
import {
  type BorderPoint,
  fitPower,
  isExcluded,
  type PowerFit,
  powerCount,
  powerForms,
} from "./power-law.ts";

/** A border in examples, and the runs that show it. */
export interface SizedBorder extends BorderPoint {
  readonly name: string;
  /** Of a run at the border. */
  readonly config: LawConfig;
  readonly runs: readonly MeasuredRun[];
}

/** What a law says of borders that it was not fitted to. Plain JSON. */
export interface LawOnBorders {
  readonly id: string;
  readonly title: Words;
  /** Of each border, by the law fitted to all the others; null where it says nothing. */
  readonly heldOut: readonly { readonly name: string; readonly foretold: number | null }[];
  readonly told: number;
  /** Of these, how many lie in the border's 95 % interval. */
  readonly inside: number;
  /** Root mean square of ln(foretold/measured); null if it says nothing. */
  readonly error: number | null;
}

/** What the borders of several M come to. Plain JSON. */
export interface BorderLaws {
  /** In examples. Those without an interval, to which no law is fitted, are left out. */
  readonly borders: readonly (BorderPoint & { readonly name: string })[];
  readonly fits: readonly PowerFit[];
  /**
   * Of the forms with both exponents given: whether these lie outside of the 95 % region of a and b. None
   * if there are fewer than two borders more than free numbers.
   */
  readonly excluded: readonly { readonly form: string; readonly isExcluded: boolean }[];
  readonly laws: readonly LawOnBorders[];
}

/**
 * The borders of a measurement that have an interval, in examples; none if it was not the amount of
 * examples that was varied.
 */
export function sizedBorders(
  experiment: BorderExperiment,
  { question, variants }: BorderMeasurement,
): SizedBorder[] {
  return variants.flatMap(({ name, border, runs }) => {
    const { at, low, high } = border;
    if (at === null || low === null || high === null) return [];
    const variant = named(experiment.variants, name);
    const measured = runs.map((run): MeasuredRun => {
      const config = borderConfig(experiment, variant, question, run);
      const law = lawConfig(taskById(config.task), config);
      return { config: law, grokStep: run.cameAt, steps: config.steps };
    });
    const { classes, size } = measured[0].config;
    const units: Partial<Record<string, number>> = {
      "split.count": 1,
      "split.fraction": size,
      "split.criticalMultiple": classes * Math.log(classes),
    };
    const unit = units[question.over];
    if (unit === undefined) return [];
    const point = { classes, count: at * unit, low: low * unit, high: high * unit };
    return [
      { name, ...point, config: { ...measured[0].config, count: at * unit }, runs: measured },
    ];
  });
}

/** Fits every law to borders of several M, and scores each on the borders that it was not fitted to. */
export function borderLaws(borders: readonly SizedBorder[]): BorderLaws {
  const points = borders.map(({ config: _, runs: __, ...point }) => point);
  const fits = powerForms.flatMap((form) => fitPower(form, points) ?? []);
  const free = fits.find(({ joint, degrees }) => joint !== null && degrees > 1);
  return {
    borders: points,
    fits,
    excluded: powerForms.flatMap(({ id: form, a, b }) =>
      free && a !== undefined && b !== undefined
        ? [{ form, isExcluded: isExcluded(free, a, b) }]
        : [],
    ),
    laws: [
      ...knownLaws().map((law) =>
        scored(law, borders, (others) => {
          const fitted = law.fit(others.flatMap(({ runs }) => runs));
          return ({ config }) => fitted.predict(config).criticalCount;
        }),
      ),
      ...powerForms.map((form) =>
        scored(form, borders, (others) => {
          const fitted = fitPower(form, others);
          return ({ classes }) => fitted && powerCount(fitted, classes);
        }),
      ),
    ],
  };
}

function scored(
  { id, title }: Pick<ScalingLaw, "id" | "title">,
  borders: readonly SizedBorder[],
  fit: (others: readonly SizedBorder[]) => (border: SizedBorder) => number | null,
): LawOnBorders {
  const heldOut = borders.map((border) => ({
    border,
    foretold: fit(borders.filter((other) => other !== border))(border),
  }));
  const told = heldOut.flatMap(({ border, foretold }) =>
    foretold === null ? [] : [{ ...border, foretold }],
  );
  const squares = told.map(({ foretold, count }) => Math.log(foretold / count) ** 2);
  return {
    id,
    title,
    heldOut: heldOut.map(({ border: { name }, foretold }) => ({ name, foretold })),
    told: told.length,
    inside: told.filter(({ foretold, low, high }) => foretold >= low && foretold <= high).length,
    error: told.length === 0 ? null : Math.sqrt(squares.reduce((a, b) => a + b) / squares.length),
  };
}
