import { describe, expect, test } from "vitest";
import {
  corruptLabels,
  dataset,
  type Example,
  InputError,
  labelNoise,
  split,
  type Task,
  task,
} from "../../src/index.ts";

describe("dataset", () => {
  test("holds the examples of its indices, in their order", () => {
    const data = dataset(task("cyclic:7"), [8, 0, 48]);
    expect(data).toEqual({
      count: 3,
      arity: 2,
      operands: Uint16Array.of(1, 1, 0, 0, 6, 6),
      labels: Uint16Array.of(2, 0, 5),
    });
  });

  test("is the same for a task that knows `example` alone", () => {
    const known = task("dihedral:5");
    const { read, ...slow } = known;
    expect(read).toBeDefined();
    const all = Uint32Array.from({ length: known.size }, (_, i) => i);
    expect(dataset(slow as Task, all)).toEqual(dataset(known, all));
    expect(dataset(known)).toEqual(dataset(known, all));
  });

  test("refuses an index that is no example", () => {
    for (const index of [-1, 49, 0.5]) {
      expect(() => dataset(task("cyclic:7"), [index])).toThrow(InputError);
    }
  });
});

describe("a task of one's own", () => {
  const right: Task = {
    id: "own:3",
    title: "x + y modulo 3",
    operands: 2,
    vocabulary: 3,
    classes: 3,
    size: 9,
    example: (i) => ({ operands: [Math.floor(i / 3), i % 3], label: (Math.floor(i / 3) + i) % 3 }),
  };
  /** It, with another example 4. */
  const own = (operands: unknown, label: unknown): Task => {
    const wrong = { operands, label } as Example;
    return { ...right, example: (i) => (i === 4 ? wrong : right.example(i)) };
  };
  /** The same, reading without making objects. */
  const reading = ({ example, ...made }: Task): Task => ({
    ...made,
    example,
    read(index, into, at) {
      const { operands, label } = example(index);
      for (const [i, operand] of operands.entries()) into[at + i] = operand;
      return label;
    },
  });

  test("is used as it is where it is right", () => {
    for (const made of [right, reading(right), own([1, 1], 2)]) {
      expect(dataset(made, [4, 8])).toMatchObject({
        operands: Uint16Array.of(1, 1, 2, 2),
        labels: Uint16Array.of(2, 1),
      });
    }
  });

  test.each<[unknown, unknown, string]>([
    [[1, 1], 69_999, "has the label 69999; its labels are 0 … 2"],
    [[1, 1], -1, "has the label -1; its labels are 0 … 2"],
    [[1, 1], 3, "has the label 3"],
    [[1, 1], 0.5, "has the label 0.5"],
    [[1, 1], Number.NaN, "has the label NaN"],
    [[1, 1], "2", 'has the label "2"'],
    [[1, 1], 2n, "has the label 2n"],
    [[1, 1], undefined, "has the label undefined"],
    [[0.5, 1], 2, "shows 0.5 as operand 0; it must show 2 symbols, each in 0 … 2"],
    [[1, 3], 2, "shows 3 as operand 1"],
    [[1, -1], 2, "shows -1 as operand 1"],
    [[1, "1"], 2, 'shows "1" as operand 1'],
    [[1, 1, 1], 2, "shows 3 operands; it must show 2"],
  ])("that shows %o and answers %o is refused, wherever it is read", (operands, label, message) => {
    const all = Array.from({ length: 9 }, (_, i) => i);
    for (const made of [own(operands, label), reading(own(operands, label))]) {
      for (const act of [
        () => dataset(made, all),
        () => split(made, { count: 4, seed: 1, stratify: true }),
        () => split(made, { count: 4, seed: 1, keepTransposesTogether: true }),
        () => split(made, { count: 4, seed: 1, holdOut: { symbols: [0] } }),
        () => labelNoise(made, { probability: 0.5, seed: 1 }),
        () => corruptLabels(made, { fraction: 0.5, seed: 1 }),
      ]) {
        expect(act).toThrow(InputError);
        expect(act).toThrow(`example 4 of own:3 ${message}`);
      }
      expect(dataset(made, [0, 8]).count).toBe(2);
    }
  });

  test("that shows too few operands is refused", () => {
    expect(() => dataset(own([1], 2), [4])).toThrow("example 4 of own:3 shows 1 operands");
    expect(() => dataset(reading(own([1], 2)), [4])).toThrow("shows -1 as operand 1");
    expect(() => dataset(own(undefined, 2), [4])).toThrow("shows 0 operands");
    expect(() => dataset({ ...right, example: () => undefined as never }, [4])).toThrow(InputError);
  });

  test.each<[Partial<Record<keyof Task, unknown>>, string]>([
    [{ classes: 70_000 }, "own:3 has classes 70000; it must be from 1 to 65536"],
    [{ vocabulary: 0 }, "own:3 has vocabulary 0"],
    [{ operands: 1.5 }, "own:3 has operands 1.5"],
    [{ size: 2 ** 26 + 1 }, "own:3 has size 67108865; it must be from 1 to 67108864"],
    [{ size: "9" }, 'own:3 has size "9"'],
    [{ id: 3 }, "a task's id must be a text, got 3"],
    [{ example: undefined }, "a task is needed, got an object"],
  ])("with %o is refused", (changes, message) => {
    const made = { ...right, ...changes } as Task;
    expect(() => dataset(made, [0])).toThrow(message);
    expect(() => split(made, { count: 4, seed: 1 })).toThrow(InputError);
  });
});
