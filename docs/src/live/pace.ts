/** How fast a run is shown. */
export interface Pace {
  /** Waits until the next row is due, given how many there are. */
  due(rows: number): Promise<void>;
  /** Rows and milliseconds that may go by between two looks. */
  readonly rows: number;
  readonly milliseconds: number;
}

const frame = { rows: Number.POSITIVE_INFINITY, milliseconds: 50 };

/** As fast as the machine can, a few looks a second. */
export const fast = (): Pace => ({ ...frame, due: async () => {} });

/** So many rows a second. @param perSecond by the rows there are */
function regular(
  perSecond: (rows: number) => number,
  now: () => number = () => performance.now(),
): Pace {
  let next = now();
  return {
    rows: 1,
    milliseconds: 0,
    async due(rows) {
      next = Math.max(next + 1000 / perSecond(rows), now() - 100);
      const wait = next - now();
      if (wait > 2) await new Promise((resolve) => setTimeout(resolve, wait));
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
