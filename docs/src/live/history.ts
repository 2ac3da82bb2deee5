/** What was seen of a run at one of its steps. */
export interface Moment<Seen> {
  readonly step: number;
  readonly seen: Seen;
}

/** What was seen of a run, to go back to; every second moment goes when there are too many. */
export class History<Seen> {
  readonly #most: number;
  #moments: readonly Moment<Seen>[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  get moments(): readonly Moment<Seen>[] {
    return this.#moments;
  }

  add(step: number, seen: Seen): void {
    if (this.#moments.at(-1)?.seen === seen) return;
    const all = [...this.#moments, { step, seen }];
    const isOld = (i: number) => i % 2 === 1 && i < all.length - 1;
    this.#moments = all.length > this.#most ? all.filter((_, i) => !isOld(i)) : all;
  }

  clear(): void {
    this.#moments = [];
  }
}
