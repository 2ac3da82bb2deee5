import type { Dataset } from "@grokscape/group-datasets";
import { weightLayout } from "@grokscape/models";
import { type Moments, type Named, network } from "@grokscape/models/network";
import type { Problem } from "../../engine.ts";
import type { Picks } from "./emit.ts";
import type { Stretch } from "./instruction.ts";
import type { TapeKernels } from "./kernels.ts";
import { type Matrix, matrix, writeMatrix } from "./matrix.ts";
import { place } from "./place.ts";
import { bytesOfProgram, type Program, writeProgram } from "./program.ts";
import { type Constant, recorder } from "./record.ts";
import { reuseMemory } from "./reuse.ts";
import { type Level, schedule } from "./schedule.ts";

/** The programs for some number of examples, and the memory of their input and result. */
export interface Pass {
  readonly picks: readonly Picks[];
  readonly result: Matrix;
  readonly forward: Program;
  /** The matrix to write the result's gradient to, and the program that carries it to the weights. */
  readonly backward?: { readonly gradient: Matrix; readonly program: Program };
}

/** All of a problem's programs and matrices, placed in one memory. */
export interface Passes {
  readonly weights: Named<Matrix>;
  /** For each size of a batch. */
  readonly training: ReadonlyMap<number, Pass>;
  /** Logits of `evaluated` examples. */
  readonly logits: Pass;
  /** F of `evaluated` examples, where the top layer is solved for. */
  readonly features?: Pass;
  /** The means and variances that batch norm uses outside of training, of all training examples. */
  readonly moments?: Pass;
  readonly evaluated: number;
  /** Where each thread's scratch begins. */
  readonly scratch: readonly number[];
  readonly bytes: number;
  /** Writes constants and programs; called once, when the memory has grown to `bytes`. */
  write(memory: ArrayBufferLike): void;
}

/** Most examples that are evaluated at a time. */
const mostEvaluated = 960;

/** Records a pass for each size of a batch and for evaluation, and places them in memory. */
export function passesOf(problem: Problem, kernels: TapeKernels, threads: number): Passes {
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

  const weights = Object.fromEntries(
    weightLayout(model, shape).map(({ name, shape: [rows, columns] }) => {
      const gradient = lasting(matrix(rows, columns, false));
      return [name, { ...lasting(matrix(rows, columns, true)), gradient }];
    }),
  );
  const constants: Constant[] = [];
  const programs: { at: number; levels: readonly Level[] }[] = [];
  const arenas: { levels: readonly Level[]; kept: readonly Stretch[] }[] = [];

  function program(levels: readonly Level[]): Program {
    const at = take(bytesOfProgram(levels));
    programs.push({ at, levels });
    return { from: at, to: at + levels.flat().length * 16 };
  }

  type Net = ReturnType<typeof network<Matrix, Picks>>;

  /** Records what `of` makes of `rows` examples. */
  function pass(
    rows: number,
    of: (net: Net, inputs: readonly Picks[], copy: (from: Matrix, to: Matrix) => void) => Matrix,
    isTrained = false,
  ): Pass {
    const ops = recorder(kernels);
    const net = network(model, shape, ops);
    const picks = net.selections(noExamples(train)).map(({ perExample }) => {
      const bytes = rows * perExample * 4;
      return { count: rows, perExample, stretch: { bytes, at: take(bytes) } };
    });
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
      forward: program(forward),
      backward: gradient && { gradient, program: program(backward) },
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
  const evaluated = Math.min(Math.max(train.count, test.count), mostEvaluated);
  const logits = pass(evaluated, (net, inputs) => net.logits(weights, inputs, by));
  const features =
    ridge === null
      ? undefined
      : pass(evaluated, (net, inputs) => net.features(weights, inputs, by));

  const scratch = Array.from({ length: threads }, () => take(kernels.scratchBytes.value));
  const bytes = Math.max(...arenas.map(({ levels, kept }) => place(levels, end, kept)));
  const linesOfUnit = ({ overRows, lines }: Level[number]) =>
    overRows ? kernels.BLOCK.value : Math.ceil(lines / threads);

  return {
    weights,
    training,
    logits,
    features,
    moments,
    evaluated,
    scratch,
    bytes,
    write(memory) {
      for (const { matrix, values } of constants) writeMatrix(memory, matrix, values);
      for (const { at, levels } of programs) writeProgram(memory, at, levels, linesOfUnit);
    },
  };
}

function noExamples({ arity }: Dataset): Dataset {
  return { count: 0, arity, operands: new Uint16Array(0), labels: new Uint16Array(0) };
}
