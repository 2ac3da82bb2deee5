/** The i-th of numbers in [−½, ½) that follow no pattern a group could have; others at each attempt. */
export function generic(i: number, attempt: number): number {
  const value = i * i * attempt * 0.6180339887498949 + i * 0.41421356237309515;
  return value - Math.floor(value) - 0.5;
}
