/** Decides how fast the rows of a run appear. */
export interface Pace {
  /** Waits until more rows are due, after so many; returns how many to train before the page shows them. */
  due(rows: number): Promise<number>;
}

/** As fast as the machine can. */
export const fast = (): Pace => ({ due: async () => Number.POSITIVE_INFINITY });

/** How often a second the page shows new rows. */
const looks = 12;

/** So many rows a second. @param perSecond by the rows there are */
function regular(perSecond: (rows: number) => number): Pace {
  let next = performance.now();
  return {
    async due(rows) {
      const rate = perSecond(rows);
      const count = Math.max(1, Math.round(rate / looks));
      next = Math.max(next + (1000 * count) / rate, performance.now() - 100);
      const wait = next - performance.now();
      if (wait > 2) await new Promise((resolve) => setTimeout(resolve, wait));
      return count;
    },
  };
}

export const slow = (): Pace => regular(() => 8);

const first = 9;

/**
 * Few steps a second at first, when the network memorises within some twenty of them, and more the
 * longer the run lasts, so that a change at step 400 comes after some 13 seconds. On a slow machine
 * training sets the pace itself.
 *
 * @param fastest steps a second at most
 */
export const eased = (fastest = 120): Pace =>
  regular((rows) => Math.min(fastest, first + rows / 6));
