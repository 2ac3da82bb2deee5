import { describe, expect, test } from "vitest";
import {
  alternating,
  cyclic,
  type FiniteGroup,
  generatedSubgroup,
  symmetric,
  type Task,
  task,
} from "../../src/index.ts";
import { inverses } from "../../src/task/quotient-task.ts";
import { histogram } from "../catalog.ts";

/** Every example of a task, with the label that its definition gives. */
function expectLabels(made: Task, label: (...operands: number[]) => number): void {
  for (let index = 0; index < made.size; index++) {
    const { operands, label: found } = made.example(index);
    if (found !== label(...operands)) expect({ operands, found }).toBe(label(...operands));
  }
}

const product = (group: FiniteGroup, ...factors: number[]): number =>
  factors.reduce((left, right) => group.multiply(left, right));

describe("words in a group", () => {
  const group = alternating(4);
  const not = group.inverse;

  test.each<[string, (...operands: number[]) => number]>([
    ["division:alternating:4", (a, b) => product(group, a, not(b))],
    ["conjugation:alternating:4", (a, b) => product(group, a, b, not(a))],
    ["commutator:alternating:4", (a, b) => product(group, not(a), not(b), a, b)],
    ["fold:3:alternating:4", (a, b, c) => product(group, a, b, c)],
    ["word:baCaB:alternating:4", (a, b, c) => product(group, b, a, not(c), a, not(b))],
    ["word:A:alternating:4", (a) => not(a)],
  ])("%s", (id, label) => {
    expectLabels(task(id), label);
  });

  test("know their group where they are its product", () => {
    expect(task("word:ab:cyclic:7").group?.name).toBe("Z_7");
    expect(task("fold:2:cyclic:7").group?.name).toBe("Z_7");
    for (const id of [
      "word:ba:cyclic:7",
      "fold:3:cyclic:7",
      "division:cyclic:7",
      "word:aa:cyclic:7",
    ]) {
      expect(task(id).group).toBeUndefined();
    }
  });

  test.each([
    ["word:ac:cyclic:5", "without leaving one out"],
    ["word:a.b:cyclic:5", "no word in operands"],
    ["division:expression:7,x*y", "division needs a group"],
    ["division", "it names no task to change"],
    ["division:", "it names no task to change"],
    ["fold:3", "it names no task to change"],
    ["fold:x:cyclic:5", "k must be a whole number from 2 to 26"],
    ["fold:3:cyclic:1000", "would have 1000^3 examples"],
    ["division:cyclc:5", 'did you mean "division:cyclic:5"'],
    [`${"noise:0.1:".repeat(9)}cyclic:5`, "nested too deep"],
  ])("refuse %s", (id, message) => {
    expect(() => task(id)).toThrow(message);
  });
});

describe("two operations", () => {
  test("are told apart by the first operand, on the same symbols or on symbols of their own", () => {
    const rule = (which: number, a: number, b: number) => (which === 0 ? a + b : a * b) % 5;
    expectLabels(task("two-operations:cyclic:5~expression:5,x*y"), (sign, a, b) =>
      rule(sign - 5, a, b),
    );
    expectLabels(task("separate-operations:cyclic:5~expression:5,x*y"), (sign, a, b) =>
      rule(sign - 10, a % 5, b % 5),
    );
    const apart = task("separate-operations:cyclic:5~cyclic:5");
    const shown = (from: number) =>
      new Set(
        Array.from({ length: 25 }, (_, i) => apart.example(from + i).operands.slice(1)).flat(),
      );
    expect([...shown(0)].sort()).toEqual([0, 1, 2, 3, 4]);
    expect([...shown(25)].sort()).toEqual([5, 6, 7, 8, 9]);
  });

  test.each([
    ["two-operations:cyclic:5", "put ~ between them"],
    ["two-operations:cyclic:5~", "unknown task"],
    ["two-operations:cyclic:5~cyclic:6", "cyclic:5 has vocabulary 5, cyclic:6 has 6"],
    ["two-operations:cyclic:5~fold:3:cyclic:5", "cyclic:5 has operands 2"],
    ["two-operations:parity:26,2~parity:26,2", "would have 134217728 examples"],
  ])("refuse %s", (id, message) => {
    expect(() => task(id)).toThrow(message);
  });
});

describe("what is drawn", () => {
  const labels = (id: string) => {
    const made = task(id);
    return Array.from({ length: made.size }, (_, i) => made.example(i).label).join("");
  };

  test.each([
    ["latin-square:5,1", "3214023014014321420340321"],
    ["random-table:5,1", "2104210032200111203000420"],
    ["corrupted:0.2,3:cyclic:5", "0323414240234013031240123"],
    ["noise:0.2,3:cyclic:5", "1423412340234013421240123"],
  ])("is the same on every machine: %s", (id, expected) => {
    expect(labels(id)).toBe(expected);
  });

  test("hides the same bits on every machine", () => {
    expect(task("parity:20,3,7").title).toBe("the parity of bits 1, 13, 16 of 20");
  });
});

describe("the action on cosets", () => {
  test("writes elements and cosets as the group does", () => {
    const { symbol, answer } = task("cosets:5:dihedral:5");
    expect([symbol?.(7), answer?.(2)]).toEqual(["r²s", "r²·H"]);
  });

  test("moves coset x·H to the coset of g·x", () => {
    const group = symmetric(4);
    const moved = task("cosets:1,6:symmetric:4");
    const H = generatedSubgroup(group, [1, 6]);
    const { vocabulary, classes, size } = moved;
    expect({ vocabulary, classes, size }).toEqual({
      vocabulary: 24,
      classes: 24 / H.length,
      size: 24 * (24 / H.length),
    });
    const cosets = new Map<string, number>();
    const cosetOf = (x: number) =>
      Array.from(H, (h) => group.multiply(x, h))
        .sort()
        .join();
    for (let x = 0; x < 24; x++) {
      if (!cosets.has(cosetOf(x))) cosets.set(cosetOf(x), cosets.size);
    }
    expect(cosets.size).toBe(classes);
    expectLabels(moved, (g, c) => {
      const x = Array.from({ length: 24 }, (_, i) => i).find((i) => cosets.get(cosetOf(i)) === c)!;
      return cosets.get(cosetOf(group.multiply(g, x)))!;
    });
  });

  test("is refused for the whole group and for what are no elements", () => {
    expect(() => task("cosets:1:cyclic:7")).toThrow("there is one coset");
    expect(() => task("cosets:9:cyclic:7")).toThrow("no element 9");
  });
});

describe("finite fields", () => {
  test("of prime order are the integers modulo p", () => {
    expectLabels(task("field-addition:13"), (a, b) => (a + b) % 13);
    expectLabels(task("field-multiplication:13"), (a, b) => (a * b) % 13);
  });

  test("with 9 elements are polynomials modulo 3 and x² + 1", () => {
    const [add, multiply] = [task("field-addition:9"), task("field-multiplication:9")];
    const parts = (a: number) => [a % 3, Math.floor(a / 3)];
    const join = (re: number, im: number) => (((re % 3) + 3) % 3) + 3 * (((im % 3) + 3) % 3);
    expectLabels(add, (a, b) => {
      const [[p, q], [r, s]] = [parts(a), parts(b)];
      return join(p + r, q + s);
    });
    expectLabels(multiply, (a, b) => {
      const [[p, q], [r, s]] = [parts(a), parts(b)];
      return join(p * r - q * s, p * s + q * r);
    });
    expect(multiply.symbol?.(7)).toBe("2x+1");
  });

  test("are refused where there are none", () => {
    expect(() => task("field-addition:6")).toThrow("no field with 6 elements");
    expect(() => task("field-multiplication:99999999")).toThrow("no field");
  });
});

describe("sparse parity", () => {
  test("is the parity of as many bits as it says, and of no other", () => {
    const made = task("parity:9,4,3");
    const zero = Array<number>(9).fill(0);
    const at = (bits: readonly number[]) => bits.reduce((index, bit) => index * 2 + bit, 0);
    const hidden = zero.flatMap((_, i) => (made.example(at(zero.with(i, 1))).label ? [i] : []));
    expect(hidden.length).toBe(4);
    expectLabels(made, (...bits) => hidden.reduce((sum, i) => (sum + bits[i]) % 2, 0));
  });

  test("hides other bits for another seed", () => {
    const titles = [0, 1, 2, 3, 4].map((seed) => task(`parity:20,3,${seed}`).title);
    expect(new Set(titles).size).toBe(5);
    expect(task("parity:20,3").id).toBe("parity:20,3,0");
    expect(() => task("parity:5,6")).toThrow("k is at most 5");
    expect(() => task("parity:27,3")).toThrow("n must be a whole number from 1 to 26, got 27");
  });
});

describe("the sets of Power et al.", () => {
  const p = 97;
  const over = (x: number, y: number): number => {
    for (let z = 0; z < p; z++) if ((z * y) % p === x) return z;
    throw new Error(`${x}/${y} is not defined`);
  };
  const S5 = symmetric(5);

  test.each<[string, (x: number, y: number) => number]>([
    ["add-mod-97", (x, y) => (x + y) % p],
    ["subtract-mod-97", (x, y) => (x - y + p) % p],
    ["divide-mod-97", over],
    ["divide-odd-subtract-even-mod-97", (x, y) => (y % 2 ? over(x, y) : (x - y + p) % p)],
    ["x2+y2-mod-97", (x, y) => (x ** 2 + y ** 2) % p],
    ["x2+xy+y2-mod-97", (x, y) => (x ** 2 + x * y + y ** 2) % p],
    ["x2+xy+y2+x-mod-97", (x, y) => (x ** 2 + x * y + y ** 2 + x) % p],
    ["x3+xy-mod-97", (x, y) => (x ** 3 + x * y) % p],
    ["x3+xy2+y-mod-97", (x, y) => (x ** 3 + x * y ** 2 + y) % p],
    ["product-s5", (x, y) => product(S5, x, y)],
    ["conjugate-s5", (x, y) => product(S5, x, y, S5.inverse(x))],
    ["xyx-s5", (x, y) => product(S5, x, y, x)],
  ])("%s", (name, label) => {
    const made = task(`power:${name}`);
    expect(made.size).toBe(
      name.endsWith("s5") ? 120 ** 2 : name === "divide-mod-97" ? 97 * 96 : 97 ** 2,
    );
    expectLabels(made, label);
  });

  test("are named when one is not known", () => {
    expect(() => task("power:add")).toThrow('did you mean "power:add-mod-97"?');
    expect(() => task("power:toString")).toThrow("known: add-mod-97");
  });
});

describe("division modulo a prime", () => {
  test.each([2, 3, 13, 113])("%d has every x, every y but 0, and the z with z·y = x", (p) => {
    const made = task(`modular-division:${p}`);
    expect(made).toMatchObject({ vocabulary: p, classes: p, size: p * (p - 1) });
    const shown = new Set<string>();
    for (let index = 0; index < made.size; index++) {
      const { operands, label } = made.example(index);
      const [x, y] = operands;
      if (y === 0 || (label * y) % p !== x) expect({ x, y, label }).toBe("z·y = x");
      shown.add(`${x}/${y}`);
    }
    expect(shown.size).toBe(p * (p - 1));
  });

  test("has the examples of Power et al. for 97", () => {
    const [ours, theirs] = [task("modular-division:97"), task("power:divide-mod-97")];
    for (let i = 0; i < ours.size; i += 7) expect(ours.example(i)).toEqual(theirs.example(i));
  });

  test("inverts the largest prime's numbers", () => {
    const p = 8191;
    const inverse = inverses(p);
    for (let y = 1; y < p; y++) if ((inverse[y] * y) % p !== 1) expect(y).toBe("inverted");
  });

  test.each([
    ["modular-division:96", "96 is no prime; take a prime, such as 97"],
    ["modular-division:1", "p must be a whole number from 2 to 8191"],
    ["modular-division:8192", "p must be a whole number from 2 to 8191"],
  ])("refuses %s", (id, message) => {
    expect(() => task(id)).toThrow(message);
  });
});

describe("controls", () => {
  test("a random Latin square has each symbol once in each row and column", () => {
    const { vocabulary: n, example } = task("latin-square:17,4");
    for (let line = 0; line < n; line++) {
      const cells = Array.from({ length: n }, (_, i) => i);
      expect(new Set(cells.map((i) => example(line * n + i).label)).size).toBe(n);
      expect(new Set(cells.map((i) => example(i * n + line).label)).size).toBe(n);
    }
  });

  test("a random table has every label about equally often", () => {
    const { size, example } = task("random-table:100,1");
    const counts = histogram(Array.from({ length: size }, (_, i) => example(i).label));
    // χ² of 99 degrees of freedom: 45 to 170 but for one seed in a million
    const chi = counts.reduce((sum, [, count]) => sum + (count - 100) ** 2 / 100, 0);
    expect(counts.length).toBe(100);
    expect(chi).toBeGreaterThan(45);
    expect(chi).toBeLessThan(170);
  });

  test("another seed gives another table", () => {
    for (const family of ["latin-square", "random-table"]) {
      const [one, two] = [task(`${family}:11,1`), task(`${family}:11,2`)];
      const differing = Array.from({ length: one.size }, (_, i) => i).filter(
        (i) => one.example(i).label !== two.example(i).label,
      );
      expect(differing.length).toBeGreaterThan(60);
    }
  });
});

test("adding modulo n is the group Z_n, whichever family says so", () => {
  for (const id of ["fold:2:cyclic:12", "expression:12,x+y", "word:ab:cyclic:12"]) {
    expectLabels(task(id), cyclic(12).multiply);
  }
});
