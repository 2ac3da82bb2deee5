const first = 9;
const fastest = 120;

/**
 * Steps to make in a second: few at first, when the network memorises within some twenty steps,
 * and more the longer the run lasts, so that a change at step 400 comes after some 13 seconds.
 * On a slow machine training sets the pace itself.
 */
const stepsPerSecond = (step: number): number => Math.min(fastest, first + step / 6);

/** A metronome: `next(step)` resolves when that step is due. */
export function metronome(now: () => number = () => performance.now()) {
  let due = now();
  return {
    async next(step: number): Promise<void> {
      due = Math.max(due + 1000 / stepsPerSecond(step), now() - 100);
      const wait = due - now();
      if (wait > 2) await new Promise((resolve) => setTimeout(resolve, wait));
    },
  };
}
