export const adam = (learningRate: number, weightDecay: number) =>
  ({ kind: "adam", learningRate, weightDecay }) as const;
export const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
