/** Counts above this are halved, so that a model follows what changes. */
const most = 1024;

/**
 * What is expected of one kind of bit, learnt while coding: the Krichevsky–Trofimov estimate
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
