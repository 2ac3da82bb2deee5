/** Two features at an angle, and the push on the second where it ends, as lines of the picture. */
export function twoArrows(degrees: number, push: number) {
  const radians = (degrees * Math.PI) / 180;
  const end = { x: 200 + 150 * Math.cos(radians), y: 200 - 150 * Math.sin(radians) };
  const length = 160 * push;
  return {
    second: { x2: end.x, y2: end.y },
    // across the second feature, away from the first or towards it
    push: {
      x1: end.x,
      y1: end.y,
      x2: end.x + length * Math.sin(radians),
      y2: end.y + length * Math.cos(radians),
    },
  };
}

/** What a push does, and how it is written. */
export function pushWords(push: number) {
  const sign = Math.abs(push) < 1e-9 ? "none" : push < 0 ? "apart" : "together";
  return { sign, written: push.toFixed(3).replace("-", "−") } as const;
}
