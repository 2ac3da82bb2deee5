/** How the target arrives through so many layers. */
export const depthWord = (layers: number, clarity: number) =>
  layers === 1 ? "clear" : clarity > 0.15 ? "blurred" : "faint";
