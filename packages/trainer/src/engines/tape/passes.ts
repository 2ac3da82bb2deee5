import type { Dataset } from "@grokscape/group-datasets";
import { weightLayout } from "@grokscape/models";
import { type Moments, type Named, network, type Selection } from "@grokscape/models/network";
import type { Problem } from "../engine.ts";
import type { Picks } from "./emit.ts";
import type { Stretch } from "./instruction.ts";
import type { KernelNumbers } from "./kernel-numbers.ts";
import { type Matrix, matrix } from "./matrix.ts";
import { place } from "./place.ts";
import { type Constant, recorder } from "./record.ts";
import { reuseMemory } from "./reuse.ts";
import { type Level, schedule } from "./schedule.ts";

/** The programs for some number of examples, and the memory of their input and result. */
export interface Pass<Program> {
  readonly picks: readonly Picks[];
  readonly result: Matrix;
  readonly forward: Program;
  /** The matrix to write the result's gradient to, and the program that carries it to the weights. */
  readonly backward?: { readonly gradient: Matrix; readonly program: Program };
}

/** Takes a stretch of memory for as long as there is any; returns where it begins, in bytes. */
export type Take = (bytes: number) => number;

/** What is to run the record. */
export interface Machine<Program> {
  readonly kernels: KernelNumbers;
  /** Most examples that are evaluated at a time. */
  readonly mostEvaluated: number;
  /** Room for the picks of so many examples. */
  picks(count: number, of: Selection, take: Take): Stretch;
  /** What stands for instructions in their levels; memory is not placed yet. */
  program(levels: readonly Level[], take: Take): Program;
}

/** All of a problem's programs and matrices, placed in one memory. */
export interface Passes<Program> {
  readonly weights: Named<Matrix>;
  /** For each size of a batch. */
  readonly training: ReadonlyMap<number, Pass<Program>>;
  /** Logits of `evaluated` examples. */
  readonly logits: Pass<Program>;
  /** F of `evaluated` examples, where the top layer is solved for. */
  readonly features?: Pass<Program>;
  /** The means and variances that batch norm uses outside of training, of all training examples. */
  readonly moments?: Pass<Program>;
  readonly evaluated: number;
  readonly constants: readonly Constant[];
  readonly bytes: number;
}

/**
 * Records a pass for each size of a batch and for evaluation, and places them in memory.
 *
 * @param further takes what else is to last
 */
export function passesOf<Program>(
  problem: Problem,
  machine: Machine<Program>,
  further: (take: Take, weights: Named<Matrix>) => void,
): Passes<Program> {
  const { kernels } = machine;
  const { model, shape, train, test, batchSize, ridge } = problem;
  let end = kernels.FIRST_FREE.value;
  function take(bytes: number): number {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  }
  function lasting(of: Matrix): Matrix {
    of.stretch.at = take(of.stretch.bytes);
    return of;
  }

  // one after the other, so that a machine can move them all at once
  const layout = weightLayout(model, shape);
  const values = layout.map(({ shape: [rows, columns] }) => lasting(matrix(rows, columns, true)));
  const weights = Object.fromEntries(
    layout.map(({ name, shape: [rows, columns] }, i) => {
      const gradient = lasting(matrix(rows, columns, false));
      return [name, { ...values[i], gradient }];
    }),
  );
  const constants: Constant[] = [];
  const arenas: { levels: readonly Level[]; kept: readonly Stretch[] }[] = [];

  type Net = ReturnType<typeof network<Matrix, Picks>>;

  /** Records what `of` makes of `rows` examples. */
  function pass(
    rows: number,
    of: (net: Net, inputs: readonly Picks[], copy: (from: Matrix, to: Matrix) => void) => Matrix,
    isTrained = false,
  ): Pass<Program> {
    const ops = recorder(kernels);
    const net = network(model, shape, ops);
    const picks = net.selections(noExamples(train)).map((of) => ({
      count: rows,
      perExample: of.perExample,
      stretch: machine.picks(rows, of, take),
    }));
    const result = of(net, picks, ops.copy);
    const recorded = ops.instructions.length;
    const gradient = isTrained ? ops.backward(result, Object.values(weights)) : undefined;
    for (const constant of ops.constants) {
      lasting(constant.matrix);
      constants.push(constant);
    }
    const kept = [result, ...(gradient ? [gradient] : [])].map(({ stretch }) => stretch);
    const instructions = reuseMemory(ops.instructions, kernels, kept);
    const needed = (from: number, to?: number) =>
      schedule(instructions.slice(from, to).filter((one) => one !== undefined));
    const [forward, backward] = [needed(0, recorded), needed(recorded)];
    arenas.push({ levels: [...forward, ...backward], kept });
    return {
      picks,
      result,
      forward: machine.program(forward, take),
      backward: gradient && { gradient, program: machine.program(backward, take) },
    };
  }

  const size = Math.min(batchSize ?? train.count, train.count);
  const sizes = [size, train.count % size].filter((rows) => rows > 0);
  const training = new Map(
    sizes.map((rows) => [rows, pass(rows, (net, inputs) => net.logits(weights, inputs), true)]),
  );
  let by: Moments<Matrix>[] | undefined;
  const hasMoments = model.kind === "mlp" && model.batchNorm;
  const moments = hasMoments
    ? pass(train.count, (net, inputs, copy) => {
        const keep = (of: Matrix) => {
          const to = lasting(matrix(of.rows, of.columns, false));
          copy(of, to);
          return to;
        };
        const seen = net.moments(weights, inputs);
        by = seen.map(({ mean, variance }) => ({ mean: keep(mean), variance: keep(variance) }));
        return seen[0].mean;
      })
    : undefined;
  const evaluated = Math.min(Math.max(train.count, test.count), machine.mostEvaluated);
  const logits = pass(evaluated, (net, inputs) => net.logits(weights, inputs, by));
  const features =
    ridge === null
      ? undefined
      : pass(evaluated, (net, inputs) => net.features(weights, inputs, by));

  further(take, weights);
  const bytes = Math.max(...arenas.map(({ levels, kept }) => place(levels, end, kept)));
  return { weights, training, logits, features, moments, evaluated, constants, bytes };
}

function noExamples({ arity }: Dataset): Dataset {
  return { count: 0, arity, operands: new Uint16Array(0), labels: new Uint16Array(0) };
}
