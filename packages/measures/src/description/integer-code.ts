import { type Bit, freshBit, freshBits } from "./bit.ts";
import type { Coder } from "./range-coder.ts";

/** Largest magnitude that the code has words for: 2³¹ − 1. */
const prefixes = 31;
const surroundings = 6;

/**
 * Codes whole numbers near zero, one after another: whether it is zero, then its sign, then its
 * magnitude by Exp-Golomb (how many digits, then the digits). The model of the first bits depends on
 * the two numbers before, so that stretches of zeros cost next to nothing.
 */
export function integerCode(coder: Coder): (value?: number) => number {
  const zero = freshBits(surroundings);
  const prefix = Array.from({ length: surroundings }, () => freshBits(prefixes));
  const firstDigit = freshBits(prefixes);
  const even: Bit = freshBit();
  let [before, twoBefore] = [0, 0];

  /** A bit that is as likely 0 as 1, and stays so. */
  const plain = (value?: number): number => {
    even.zeros = 1;
    even.total = 2;
    return coder.code(even, value);
  };

  return (value) => {
    const around = surrounding(2 * Math.abs(before) + Math.abs(twoBefore));
    let result = 0;
    if (coder.code(zero[around], value === undefined ? undefined : Number(value !== 0)) === 1) {
      const negative = plain(value === undefined ? undefined : Number(value < 0));
      // magnitude = 1 followed by `digits` binary digits
      const known = value === undefined ? undefined : Math.abs(value);
      const wanted = known === undefined ? undefined : 31 - Math.clz32(known);
      let digits = 0;
      for (;;) {
        const more = wanted === undefined ? undefined : Number(digits < wanted);
        if (coder.code(prefix[around][digits], more) === 0) break;
        digits++;
      }
      let magnitude = 1;
      for (let place = digits - 1; place >= 0; place--) {
        const digit = known === undefined ? undefined : (known >>> place) & 1;
        magnitude =
          2 * magnitude +
          (place === digits - 1 ? coder.code(firstDigit[digits], digit) : plain(digit));
      }
      result = negative ? -magnitude : magnitude;
    }
    twoBefore = before;
    before = result;
    return result;
  };
}

/** 0, 1, 2–3, 4–7, 8–15, and more. */
const surrounding = (size: number): number => Math.min(32 - Math.clz32(size), surroundings - 1);
