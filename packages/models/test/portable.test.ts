import { portableCosine, portableExp, portableLog, portablePower } from "@grokscape/models";
import { describe, expect, test } from "vitest";

const relative = (seen: number, right: number) => Math.abs(seen - right) / Math.abs(right);

describe("portableExp", () => {
  test("agrees with e^x to 4e-16 where e^x is a normal number", () => {
    let worst = 0;
    for (let x = -708; x <= 709; x += 0.0137) {
      worst = Math.max(worst, relative(portableExp(x), Math.exp(x)));
    }
    expect(worst).toBeLessThan(4.5e-16);
  });

  test("knows the ends of its range", () => {
    expect(portableExp(0)).toBe(1);
    expect(portableExp(710)).toBe(Infinity);
    expect(portableExp(-Infinity)).toBe(0);
    expect(portableExp(-746)).toBe(0);
    expect(portableExp(-744)).toBeGreaterThan(0);
    for (let x = -744; x > -746; x -= 0.01) expect(portableExp(x)).toBe(Math.exp(x));
    expect(portableExp(709.7)).toBeCloseTo(Math.exp(709.7), -295);
    expect(portableExp(Number.NaN)).toBeNaN();
  });
});

describe("portableLog", () => {
  test("agrees with ln x to 5e-16 away from 1", () => {
    let worst = 0;
    for (let e = -300; e <= 300; e += 0.61) {
      const x = 1.37 * 10 ** e;
      worst = Math.max(worst, relative(portableLog(x), Math.log(x)));
    }
    expect(worst).toBeLessThan(5e-16);
  });

  test("keeps its precision near 1", () => {
    for (const x of [1 + 1e-9, 1 - 1e-9, 1.001, 0.999]) {
      expect(relative(portableLog(x), Math.log(x))).toBeLessThan(5e-16);
    }
    expect(portableLog(1)).toBe(0);
  });

  test("knows the ends of its range", () => {
    expect(portableLog(0)).toBe(-Infinity);
    expect(portableLog(Infinity)).toBe(Infinity);
    expect(portableLog(-1)).toBeNaN();
    expect(portableLog(Number.NaN)).toBeNaN();
    expect(relative(portableLog(5e-324), Math.log(5e-324))).toBeLessThan(1e-15);
  });
});

test("portablePower is repeated multiplication", () => {
  expect(portablePower(0.9, 0)).toBe(1);
  expect(portablePower(3, 33)).toBe(5559060566555523);
  expect(relative(portablePower(0.999, 5000), Math.exp(5000 * Math.log(0.999)))).toBeLessThan(
    1e-12,
  );
});

test("portableCosine is cos(πx)", () => {
  for (let x = 0; x <= 1; x += 1 / 1024) {
    expect(Math.abs(portableCosine(x) - Math.cos(Math.PI * x))).toBeLessThan(1e-15);
  }
  expect([portableCosine(0), portableCosine(0.5), portableCosine(1)]).toEqual([1, 0, -1]);
});

test.each([Infinity, -1, 0.5, Number.NaN, null])("no power %s ends", (n) => {
  expect(() => portablePower(2, n as number)).toThrow(`must be a whole number ≥ 0, got ${n}`);
});
