import { describe, expect, test } from "vitest";
import * as classic from "zod";
import * as mini from "zod/mini";
import {
  cyclic,
  defineTaskFamily,
  dihedral,
  form,
  InputError,
  type Task,
  type TaskFamily,
  task,
  taskFamilies,
  tupleTask,
} from "../../src/index.ts";
import { ConformanceError, conformance } from "../../src/testing/index.ts";

const maximum = (n: number): Task =>
  tupleTask({
    id: `maximum:${n}`,
    title: "the larger of two",
    operands: 2,
    vocabulary: n,
    classes: n,
    label: ([a, b]) => Math.max(a, b),
  });

/** A stranger's family, with a zod schema. */
const good: TaskFamily<[number]> = {
  id: "maximum",
  title: "the larger of two numbers",
  params: mini.tuple([mini.int().check(mini.gte(2), mini.lte(100))]),
  example: "5",
  create: ([n]) => maximum(n),
  citations: [{ title: "An example", reference: "https://example.org/maximum" }],
};

const faults = (family: TaskFamily<[number]>): string[] =>
  conformance(defineTaskFamily(family)).flatMap(({ name, run }) => {
    try {
      run();
      return [];
    } catch (error) {
      expect(error).toBeInstanceOf(ConformanceError);
      return [`${name}: ${(error as Error).message}`];
    }
  });

/** The family, its tasks changed. */
const changed = (change: (made: Task) => Partial<Task>): TaskFamily<[number]> => ({
  ...good,
  create: ([n]) => {
    const { read, ...made } = maximum(n);
    return { ...made, ...change(made) };
  },
});

describe("conformance", () => {
  test.each([
    ["zod/mini", good],
    ["zod", { ...good, params: classic.tuple([classic.number().int().min(2).max(100)]) }],
  ])("passes a stranger's family whose parameters are a schema of %s", (_, family) => {
    expect(faults(family)).toEqual([]);
    const families = [...taskFamilies, defineTaskFamily(family)];
    expect(task("maximum:9", families).example(9 * 3 + 7)).toEqual({ operands: [3, 7], label: 7 });
    expect(task("noise:0.5:maximum:9", families).size).toBe(81);
    expect(() => task("maximum:1", families)).toThrow(InputError);
    expect(() => task("maximun:9", families)).toThrow('did you mean "maximum:9"');
  });

  let count = 0;
  test.each<[string, TaskFamily<[number]>, string]>([
    ["cites nothing", { ...good, citations: [] }, "documentation"],
    ["has no title", { ...good, title: " " }, "documentation"],
    [
      "cites nowhere",
      { ...good, citations: [{ title: "x", reference: "my head" }] },
      "documentation",
    ],
    [
      "takes anything",
      { ...good, params: mini.any() as never, create: () => maximum(5) },
      "bad input",
    ],
    [
      "throws what is no InputError",
      {
        ...good,
        params: mini.any() as never,
        create: ([n]) => maximum(n === 5 ? 5 : NaN.toFixed(101).length),
      },
      "bad input",
    ],
    [
      "is made otherwise each time",
      changed(({ example }) => {
        const shift = count++;
        return { example: (i) => ({ ...example(i), label: (example(i).label + shift) % 5 }) };
      }),
      "determinism",
    ],
    [
      "is made otherwise the second time",
      {
        ...good,
        create: ([n]) => {
          const [made, shift] = [maximum(n), count++];
          const example = (i: number) => {
            const { operands, label } = made.example(i);
            return { operands, label: (label + shift) % n };
          };
          return { ...made, read: undefined, example };
        },
      },
      "determinism",
    ],
    [
      "reads other labels than it shows",
      changed(() => ({ read: (i, into, at) => (maximum(5).read!(i, into, at) + 1) % 5 })),
      "determinism",
    ],
    [
      "has a group whose labels are not equally many",
      changed(() => ({ group: cyclic(5) })),
      "labels",
    ],
    ["has fewer examples than it says", changed(() => ({ size: 26 })), "size"],
    ["has more examples than it says", changed(() => ({ size: 24 })), "size"],
    [
      "shows an example twice",
      changed(({ example }) => ({ example: (i) => example(i && i - 1) })),
      "size",
    ],
    ["has symbols beyond its vocabulary", changed(() => ({ vocabulary: 4 })), "ranges"],
    ["has labels beyond its classes", changed(() => ({ classes: 4 })), "ranges"],
    [
      "has one label beyond its classes",
      changed(({ example }) => ({
        example: (i) => (i === 12 ? { ...example(i), label: 5 } : example(i)),
      })),
      "ranges",
    ],
    ["has another arity", changed(() => ({ operands: 3 })), "ranges"],
    [
      "has one answer",
      changed(({ example }) => ({ example: (i) => ({ ...example(i), label: 0 }) })),
      "labels",
    ],
    ["names a group that it is not", changed(() => ({ group: cyclic(5) })), "theory"],
    [
      "has a theory of another group",
      {
        ...good,
        create: ([n]) => tupleTaskOf(n),
        theory: () => ({ group: dihedral(3), reason: "?" }),
      },
      "theory",
    ],
    ["has an id that makes another task", changed(() => ({ id: "maximum:7" })), "round trip"],
    ["writes two symbols alike", changed(() => ({ symbol: () => "x" })), "round trip"],
  ])("catches a family that %s", (_, family, check) => {
    const found = faults(family);
    expect(found.some((fault) => fault.startsWith(check))).toBe(true);
  });
});

test("conformance catches a change of tasks that takes none to change", () => {
  const fixed = defineTaskFamily({
    ...good,
    id: "fixed",
    params: form(),
    example: "",
    create: () => ({ ...maximum(5), id: "fixed" }),
  });
  const [, badInput] = conformance({ ...fixed, derived: true });
  expect(badInput.run).toThrow('"fixed" without a task to change is accepted');
  expect(conformance(fixed)[1].run).not.toThrow();
});

/** Addition modulo n + 1, under the family's name. */
function tupleTaskOf(n: number): Task {
  return tupleTask({
    id: `maximum:${n}`,
    title: "a + b",
    operands: 2,
    vocabulary: n + 1,
    classes: n + 1,
    label: ([a, b]) => (a + b) % (n + 1),
  });
}
