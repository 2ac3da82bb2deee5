/** Counts above this are halved, so that a model forgets what is long past. */
const most = 1024;

/**
 * An adaptive model of one kind of bit: the Krichevsky–Trofimov estimate of its probability,
 * (zeros + ½)/(zeros + ones + 1), in whole numbers so that both sides agree to the bit.
 */
export interface Bit {
  zeros: number;
  total: number;
}

export const freshBit = (): Bit => ({ zeros: 1, total: 2 });

export const freshBits = (count: number): Bit[] => Array.from({ length: count }, freshBit);

export function learn(bit: Bit, value: number): void {
  if (value === 0) bit.zeros += 2;
  bit.total += 2;
  if (bit.total > most) {
    bit.zeros = (bit.zeros >> 1) | 1;
    bit.total = (bit.total >> 1) + 1;
  }
}
