import type { LiveRecord } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";

/** Milliseconds between two drawings of the curve: often enough to seem to move. */
const interval = { moving: 80, still: 500 };

/** Draws the grokking curve of a run in progress into a box, as large as the box is wide. */
export class CurveView {
  readonly #box: HTMLElement;
  readonly #locale: Locale;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #empty: readonly Node[];
  #record?: LiveRecord;
  #timer?: ReturnType<typeof setTimeout>;
  #drawnAt = 0;

  /** @param box holds the picture of nothing measured yet, which `clear` brings back */
  constructor(box: HTMLElement, locale: Locale) {
    this.#box = box;
    this.#locale = locale;
    this.#empty = [...box.childNodes];
    new ResizeObserver(() => this.#later()).observe(box);
  }

  show(record: LiveRecord): void {
    this.#record = record;
    this.#later();
  }

  clear(): void {
    this.#record = undefined;
    this.#box.replaceChildren(...this.#empty);
  }

  #later(): void {
    const apart = this.#still.matches ? interval.still : interval.moving;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#draw();
      },
      Math.max(0, this.#drawnAt + apart - performance.now()),
    );
  }

  async #draw(): Promise<void> {
    const { drawCurve } = await import("./curve.ts");
    const width = Math.floor(this.#box.clientWidth);
    if (!this.#record || width < 240) return;
    this.#drawnAt = performance.now();
    this.#box.replaceChildren(drawCurve(this.#record, this.#locale, width));
  }
}
