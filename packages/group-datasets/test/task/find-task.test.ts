import { describe, expect, test } from "vitest";
import { InputError, task } from "../../src/index.ts";

describe("task", () => {
  test("makes modular addition", () => {
    const addition = task("cyclic:71");
    expect(addition).toMatchObject({
      id: "cyclic:71",
      operands: 2,
      vocabulary: 71,
      classes: 71,
      size: 5041,
    });
    expect(addition.example(70 * 71 + 5)).toEqual({ operands: [70, 5], label: 4 });
    expect(addition.group?.order).toBe(71);
  });

  test("makes addition place by place", () => {
    const { example, symbol, answer } = task("product:4,7");
    // (3, 6) + (2, 5) = (1, 4)
    expect(example((3 * 7 + 6) * 28 + (2 * 7 + 5))).toEqual({ operands: [27, 19], label: 11 });
    expect([symbol?.(27), answer?.(27)]).toEqual(["(3, 6)", "(3, 6)"]);
  });

  test("makes the symmetries of a polygon, rotations first", () => {
    const { size, example, symbol } = task("dihedral:12");
    expect(size).toBe(24 * 24);
    // s·r = r⁻¹·s
    expect(example(12 * 24 + 1)).toEqual({ operands: [12, 1], label: 23 });
    expect([0, 1, 2, 12, 14].map((a) => symbol?.(a))).toEqual(["e", "r", "r²", "s", "r²s"]);
  });

  test.each([
    ["cylic:71", "cyclic:71"],
    ["CYCLIC:71", "cyclic:71"],
    ["cyclic-71", "cyclic:71"],
    ["division:97", "division:cyclic:97"],
    ["division:97", "modular-division:97"],
    ["noise:0.1:division:97", "noise:0.1:modular-division:97"],
    ["division:4,7", "division:product:4,7"],
    ["noise:0.1,3:division:cyclik:97", "noise:0.1,3:division:cyclic:97"],
    ["divison:dihedral:12", "division:dihedral:12"],
    ["conjugation:S5", "conjugation:symmetric:5"],
    ["addition:97", "cyclic:97"],
    ["subtraction:97", "division:cyclic:97"],
    ["parity-20,3", "parity:20,3"],
    ["97", "cyclic:97"],
  ])("for %s, which it does not know, names %s", (id, meant) => {
    expect(() => task(id)).toThrow(InputError);
    expect(() => task(id)).toThrow(`"${meant}"`);
    expect(task(meant).id).toBe(task(task(meant).id).id);
  });

  test.each([
    ["fold:cyclic:97", "fold:3:cyclic:97"],
    ["noise:division:cyclic:97", "noise:0.1:division:cyclic:97"],
    ["corrupted:quaternion", "corrupted:0.1:quaternion"],
  ])("for %s, without the change's own parameters, shows %s", (id, right) => {
    expect(() => task(id)).toThrow(`write for example "${right}"`);
  });

  test.each(["xyzzy:3", "", "¬", ":", "foo"])("guesses nothing for %j", (id) => {
    expect(() => task(id)).toThrow(/^unknown task "[^"]*"; known families: cyclic, /);
  });

  test("means division modulo a prime by nothing but a number after division", () => {
    expect(() => task("fold:3:97")).toThrow(/; did you mean "fold:3:cyclic:97"\? known/);
    expect(() => task("subtraction:97")).toThrow(/; did you mean "division:cyclic:97"\? known/);
    expect(() => task("division:4,7")).toThrow(/; did you mean "division:product:4,7"\? known/);
  });

  test("reads ids of up to 1000 characters", () => {
    expect(() => task("x".repeat(1001))).toThrow("a task id of 1001 characters; it may have 1000");
  });

  test.each(["cyclic", "cyclic:", "cyclic:1", "cyclic:2.5", "cyclic:x", "cyclic:5,6", "product:4"])(
    "refuses %s and shows what is right",
    (id) => {
      expect(() => task(id)).toThrow(InputError);
      expect(() => task(id)).toThrow(/write for example "(cyclic|product):/);
    },
  );

  test("refuses an example that does not exist", () => {
    for (const index of [-1, 25, 1.5]) {
      expect(() => task("cyclic:5").example(index)).toThrow(InputError);
    }
  });
});
