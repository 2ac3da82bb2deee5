import type { Dataset } from "@grokscape/group-datasets";
import { namesOfRole, type Tensor, type Tensors, weightLayout } from "@grokscape/models";
import { network } from "@grokscape/models/network";
import { addPenalty } from "../../loss/penalty.ts";
import { linkOf } from "../../optimiser/link-of.ts";
import { batches } from "../batches.ts";
import { diverged, firstNotFinite } from "../diverged-error.ts";
import type { DeferredSession, Measures, Problem, Snapshot } from "../engine.ts";
import { featureGradientNorm } from "../feature-gradient.ts";
import { solveTop } from "../solve-top.ts";
import { emitter } from "../tape/emit.ts";
import type { Instruction, Stretch } from "../tape/instruction.ts";
import { type Matrix, matrix, readMatrix, strideOf, writeMatrix } from "../tape/matrix.ts";
import { type Pass, passesOf } from "../tape/passes.ts";
import { recorder } from "../tape/record.ts";
import { type Call, groupForEach, type Word } from "./call.ts";
import { board, type Card, type Dispatch } from "./card.ts";
import { chunksOf, picksOf } from "./examples.ts";
import { callsOf, kernelNumbers, kernelShaders } from "./kernels.ts";
import { measureShaders } from "./measure.ts";
import type { PartialSums } from "./product.ts";
import { type CardUpdate, cardUpdate, isKnownUpdate } from "./update.ts";

/** Most examples that are evaluated at a time. */
const mostEvaluated = 8192;

type Data = Tensor["data"];

/** Calls that are dispatched together, known once memory is placed. */
type Program = () => readonly Dispatch[];

type CardPass = Pass<Program>;

/** Trains a problem on a card: the record of its network, its loss and its update. */
export async function cardSession(
  problem: Problem,
  start: Snapshot,
  card: Card,
): Promise<DeferredSession> {
  const { model, shape, train, test, ridge, penalty } = problem;
  const { classes } = shape;
  const layout = weightLayout(model, shape);
  const top = namesOfRole(layout, "top");
  const moves = layout.filter(({ name }) => ridge === null || !top.includes(name));
  const link = linkOf(problem);
  const state = withFloats({
    ...link.init(pick(withFloats(start.weights), moves)),
    ...start.optimiser,
  });
  const batchOf = batches(train, problem.batchSize, problem.seed);
  const onCard = isKnownUpdate(problem);
  const { selections } = network(model, shape, recorder(kernelNumbers));

  // all calls there will ever be, and room for what they work on
  const calls: Call[] = [];
  const partial: PartialSums = { bytes: 0 };
  let dispatches: readonly Dispatch[] = [];
  function ready(some: readonly (Instruction | Call)[]): Program {
    const from = calls.length;
    for (const one of some) calls.push(...("spread" in one ? [one] : callsOf(one, partial)));
    const to = calls.length;
    let own: readonly Dispatch[] | undefined;
    return () => {
      own ??= dispatches.slice(from, to);
      return own;
    };
  }
  let indicesUsed = 0;
  const takeIndices = (count: number) => {
    const at = indicesUsed;
    indicesUsed += 4 * count;
    return at;
  };
  const kept = new Map<string, Matrix>();
  let told!: Matrix;
  let outcomes!: Matrix;
  let update: CardUpdate | undefined;
  const passes = passesOf<Program>(
    problem,
    {
      kernels: kernelNumbers,
      mostEvaluated,
      picks(count, { perExample, tableRows }) {
        const words = 2 * count * perExample + tableRows + 1;
        return { bytes: 4 * words, at: takeIndices(words) };
      },
      program: (levels) => ready(levels.flat().flatMap(({ instructions }) => instructions)),
    },
    (take, weights) => {
      const lasting = (rows: number, columns: number) => {
        const made = matrix(rows, columns, false);
        made.stretch.at = take(made.stretch.bytes);
        return made;
      };
      for (const [name, { shape }] of onCard ? Object.entries(state) : []) {
        const columns = shape.at(-1) as number;
        const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
        kept.set(name, lasting(rows, columns));
      }
      told = lasting(train.count, classes);
      outcomes = lasting(
        Math.ceil((2 * Math.max(train.count, test.count, mostEvaluated)) / 8) + 1,
        8,
      );
      const moved = moves.map(({ name }) => ({
        name,
        weight: weights[name],
        gradient: weights[name].gradient as Matrix,
        kept: (of: string) => kept.get(`${of}/${name}`) as Matrix,
      }));
      if (onCard) update = cardUpdate(problem, layout, moved, lasting, kept.get("clamp.norm"));
    },
  );
  const passList = [...passes.training.values(), passes.logits, passes.features, passes.moments];
  const labelsAt = new Map<CardPass, number>();
  for (const pass of passList) {
    if (pass) labelsAt.set(pass, takeIndices(Math.max(train.count, passes.evaluated)));
  }

  const addressOf = (of: Matrix, row = 0) =>
    (of.stretch.at as number) + (of.from + row) * strideOf(of);
  /** Loss and rightness of so many rows of a pass, which begin at some row of all. */
  const measured = (pass: CardPass, count: number, first: number, all: number, slope?: number) => ({
    spread: { entry: "measureRows", groups: groupForEach(count) },
    words: [
      ...[count, pass.result, strideOf(pass.result), slope ?? 0],
      ...[labelsAt.get(pass) as number, classes, all, { real: problem.labelScale }],
      addressOf(outcomes) + 8 * first,
    ],
  });
  const totalled = ({ count }: Dataset) => ({
    spread: { entry: "totalRows", groups: [1, 1] as const },
    words: [count, outcomes, addressOf(outcomes, outcomes.rows - 1)],
  });
  const measureTraining = new Map(
    [...passes.training].map(([count, pass]) => {
      const slope = addressOf((pass.backward as Required<CardPass>["backward"]).gradient);
      return [count, ready([measured(pass, count, 0, count, slope)])];
    }),
  );
  const whole = passes.training.get(train.count);
  const tellWhole = whole?.backward && ready([copied(whole.backward.gradient, told)]);
  const chunked = (data: Dataset, slope?: Matrix) =>
    chunksOf(data, passes.evaluated).map(({ chunk, first }) => ({
      chunk,
      measure: ready([
        measured(passes.logits, chunk.count, first, data.count, slope && addressOf(slope, first)),
      ]),
    }));
  const ofTrain = whole ? [] : chunked(train, told);
  const ofTest = chunked(test);
  const totalOf = new Map([train, test].map((data) => [data, ready([totalled(data)])]));
  const answerRows = ready([
    {
      spread: { entry: "answerRows", groups: groupForEach(passes.evaluated) },
      words: [
        ...[passes.evaluated, passes.logits.result, strideOf(passes.logits.result), classes],
        outcomes,
      ],
    },
  ]);
  const updating = update && ready(update.calls);

  const shaders = {
    ...kernelShaders,
    ...measureShaders(problem.loss),
    ...update?.shaders,
  };
  partial.at = Math.ceil(passes.bytes / 64) * 64;
  const on = await board(card, shaders, {
    memory: partial.at + partial.bytes,
    indices: indicesUsed,
    wordsOfPrograms: calls.length,
  });
  dispatches = await on.program(
    calls.map(wordsOf),
    calls.map(({ spread }) => spread),
  );

  // what is there at the start
  for (const { matrix, values } of passes.constants) put(matrix, values);
  const hostWeights = withFloats(start.weights);
  for (const [name, { data }] of Object.entries(hostWeights)) put(passes.weights[name], data);
  for (const [name, of] of kept) put(of, state[name].data);
  let step = start.step;
  let isPrepared = false;
  let isMeasured = false;
  let topIsSolved = ridge === null;
  const shown = new Map<CardPass, Dataset>();

  function put(to: Matrix, values: ArrayLike<number>): void {
    const bytes = to.rows * strideOf(to);
    const rows = new ArrayBuffer(bytes);
    writeMatrix(rows, at0(to), values);
    on.write("memory", addressOf(to), new Float32Array(rows));
  }

  async function get(of: Matrix): Promise<Float32Array> {
    return readMatrix(await on.read(addressOf(of), of.rows * strideOf(of)), at0(of));
  }

  /** Copies of matrices that lie one after another, by their names. */
  async function getAll(
    all: readonly (readonly [string, Matrix])[],
  ): Promise<Map<string, Float32Array>> {
    if (all.length === 0) return new Map();
    const begin = addressOf(all[0][1]);
    const [, last] = all[all.length - 1];
    const memory = await on.read(begin, addressOf(last) + last.rows * strideOf(last) - begin);
    return new Map(
      all.map(([name, of]) => {
        const stretch = { bytes: of.stretch.bytes, at: addressOf(of) - begin };
        return [name, readMatrix(memory, { ...of, stretch, from: 0 })];
      }),
    );
  }

  async function readWeights(): Promise<Record<string, Tensor>> {
    const values = await getAll(layout.map(({ name }) => [name, passes.weights[name]]));
    return Object.fromEntries(
      layout.map(({ name, shape }) => [name, { shape, data: values.get(name) as Data }]),
    );
  }

  function show(pass: CardPass, data: Dataset): void {
    if (shown.get(pass) === data) return;
    shown.set(pass, data);
    for (const [i, selection] of selections(data).entries()) {
      const { stretch, count } = pass.picks[i];
      on.write("indices", stretch.at as number, picksOf(selection, count));
    }
    on.write("indices", labelsAt.get(pass) as number, Uint32Array.from(data.labels));
  }

  function forward(pass: CardPass, data: Dataset): void {
    show(pass, data);
    on.run(pass.forward());
  }

  /** What batch norm goes by outside of training. */
  function prepareEvaluation(): void {
    if (passes.moments) forward(passes.moments, train);
  }

  /** Solves for the top layer where it is not trained, on the processor. */
  async function solved(): Promise<void> {
    if (topIsSolved) return;
    prepareEvaluation();
    const pass = passes.features as CardPass;
    const { columns } = pass.result;
    const features = new Float32Array(train.count * columns);
    for (const { chunk, first } of chunksOf(train, passes.evaluated)) {
      forward(pass, chunk);
      features.set(await get({ ...pass.result, rows: chunk.count }), first * columns);
    }
    solveTop(problem, hostWeights, top, features, step);
    for (const name of top) put(passes.weights[name], hostWeights[name].data);
    topIsSolved = true;
  }

  async function total(data: Dataset): Promise<Measures> {
    on.run((totalOf.get(data) as () => readonly Dispatch[])());
    const memory = await on.read(addressOf(outcomes, outcomes.rows - 1), 8);
    const [loss, right] = new Float32Array(memory);
    const penalised = penalty.l1 !== 0 || penalty.l2 !== 0;
    const added = penalised ? addPenalty(penalty, pick(await readWeights(), moves)) : 0;
    return { loss: loss / data.count + added, accuracy: right / data.count };
  }

  const dispatchAll = (of: readonly { chunk: Dataset; measure: () => readonly Dispatch[] }[]) => {
    prepareEvaluation();
    for (const { chunk, measure } of of) {
      forward(passes.logits, chunk);
      on.run(measure());
    }
  };

  return {
    async measure(over = "all") {
      await solved();
      const batch = batchOf(step);
      const pass = passes.training.get(batch.count) as CardPass;
      forward(pass, batch);
      on.run((measureTraining.get(batch.count) as () => readonly Dispatch[])());
      on.run((pass.backward as Required<CardPass>["backward"]).program());
      isPrepared = true;
      isMeasured = over === "all";
      if (over === "batch") return undefined;
      if (tellWhole) on.run(tellWhole());
      else dispatchAll(ofTrain);
      return total(train);
    },

    async update() {
      if (!isPrepared) throw new Error("update() without measure() at these weights");
      isPrepared = false;
      isMeasured = false;
      if (updating && update) {
        on.step(update.numbers(step++));
        on.run(updating());
        await on.relay();
        return;
      }
      const gradients = await getAll(
        layout.map(({ name }) => [name, passes.weights[name].gradient as Matrix]),
      );
      const updates: Record<string, Tensor> = {};
      for (const { name, shape } of moves) {
        updates[name] = { shape, data: gradients.get(name) as Data };
      }
      const moved = pick(hostWeights, moves);
      addPenalty(penalty, moved, updates);
      const wrong = firstNotFinite(updates);
      if (wrong) throw diverged(step, "the gradient", wrong.value, updates);
      link.update(updates, state, moved, step);
      for (const { name } of moves) {
        const [weight, change] = [hostWeights[name].data, updates[name].data];
        for (let i = 0; i < weight.length; i++) weight[i] -= change[i];
        put(passes.weights[name], weight);
      }
      topIsSolved = ridge === null;
      step++;
    },

    async evaluate() {
      await solved();
      dispatchAll(ofTest);
      return total(test);
    },

    async featureGradientNorm() {
      if (!isMeasured) throw new Error("featureGradientNorm() without measure() at these weights");
      const [gradient, weights] = [await get(told), await readWeights()];
      return featureGradientNorm(
        model,
        top.map((name) => weights[name]),
        gradient,
        classes,
      );
    },

    async predict(data) {
      await solved();
      const predicted = new Uint16Array(data.count);
      for (const { chunk, first } of chunksOf(data, passes.evaluated)) {
        prepareEvaluation();
        forward(passes.logits, chunk);
        on.run(answerRows());
        predicted.set(new Float32Array(await on.read(addressOf(outcomes), 4 * chunk.count)), first);
      }
      return predicted;
    },

    async weights() {
      await solved();
      return readWeights();
    },

    async snapshot() {
      await solved();
      const at = step;
      const ofCard = await getAll([...kept]);
      return {
        step: at,
        weights: await readWeights(),
        optimiser: Object.fromEntries(
          Object.entries(state).map(([name, { shape, data }]) => [
            name,
            { shape, data: ofCard.get(name) ?? data.slice() },
          ]),
        ),
      };
    },

    dispose: () => on.dispose(),
  };
}

/** A matrix as if its first row lay at 0. */
const at0 = (of: Matrix): Matrix => ({
  ...of,
  from: 0,
  stretch: { bytes: of.rows * strideOf(of), at: 0 },
});

function withFloats(tensors: Tensors): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float32Array.from(data) },
    ]),
  );
}

const pick = (tensors: Tensors, of: readonly { readonly name: string }[]): Tensors =>
  Object.fromEntries(of.map(({ name }) => [name, tensors[name]]));

/** The whole of a matrix to one of the same size. */
function copied(from: Matrix, to: Matrix): Instruction {
  const emit = emitter(kernelNumbers);
  emit.place([to, 0], [from, 0], strideOf(from) / 4, false);
  return emit.instructions[0];
}

/** A call's words, once all that it names has its place. */
const wordsOf = ({ words }: Call): readonly Word[] =>
  words.map((word) => {
    if (typeof word === "number" || !("stretch" in word)) return word;
    const offset = "offset" in word ? word.offset : word.from * strideOf(word);
    return placeOf(word.stretch) + offset;
  });

const placeOf = ({ at }: Pick<Stretch, "at">): number => at as number;
