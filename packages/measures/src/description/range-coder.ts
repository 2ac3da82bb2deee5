import { type Bit, learn } from "./bit.ts";

/** Codes bits, each by a model of it: a bit of probability p takes about −log₂ p bits. */
export interface Coder {
  /** Writes the value, or reads and returns it. */
  code(bit: Bit, value?: number): number;
}

const top = 2 ** 32;
const bottom = 2 ** 24;

/** How a range of `range` numbers is shared: this many for a zero, the rest for a one. */
const zerosOf = ({ zeros, total }: Bit, range: number): number => Math.floor(range / total) * zeros;

/**
 * An arithmetic coder of bits (a range coder with carry: Martin 1979): narrows a range of whole
 * numbers by each bit's probability, and writes the bytes that are settled.
 */
export function encoder(): Coder & { finish(): Uint8Array } {
  const bytes: number[] = [];
  let low = 0;
  let range = top - 1;

  function carry(): void {
    let at = bytes.length - 1;
    while (bytes[at] === 255) bytes[at--] = 0;
    bytes[at]++;
  }

  function shift(): void {
    bytes.push(Math.floor(low / bottom));
    low = (low % bottom) * 256;
    range *= 256;
  }

  return {
    code(bit, value = 0) {
      const zeros = zerosOf(bit, range);
      if (value === 0) range = zeros;
      else {
        low += zeros;
        range -= zeros;
        if (low >= top) {
          low -= top;
          carry();
        }
      }
      learn(bit, value);
      while (range < bottom) shift();
      return value;
    },
    /** The bytes; zeros at their end are left out, since a decoder reads zeros there. */
    finish() {
      // the shortest number within the range: as few bytes as separate it from its neighbours
      for (let step = 256 ** 3; ; step /= 256) {
        const value = Math.ceil(low / step) * step;
        if (value >= low + range) continue;
        low = value;
        if (low >= top) {
          low -= top;
          carry();
        }
        break;
      }
      for (let i = 0; i < 4; i++) shift();
      let length = bytes.length;
      while (length > 0 && bytes[length - 1] === 0) length--;
      return Uint8Array.from(bytes.slice(0, length));
    },
  };
}

/** Reads what an `encoder` wrote, asked for the same bits in the same order. */
export function decoder(bytes: Uint8Array): Coder {
  let at = 0;
  let range = top - 1;
  let ahead = 0;
  const next = () => (at < bytes.length ? bytes[at++] : 0);
  for (let i = 0; i < 4; i++) ahead = ahead * 256 + next();

  return {
    code(bit) {
      const zeros = zerosOf(bit, range);
      const value = ahead < zeros ? 0 : 1;
      if (value === 0) range = zeros;
      else {
        ahead -= zeros;
        range -= zeros;
      }
      learn(bit, value);
      while (range < bottom) {
        ahead = ahead * 256 + next();
        range *= 256;
      }
      return value;
    },
  };
}
