import { count } from "../demo/numbers.ts";
import type { LiveRun } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

const [width, height] = [480, 240];
const margin = { left: 46, right: 14, top: 26, bottom: 34 };
const svgName = "http://www.w3.org/2000/svg";

/** Draws ‖G_F‖ and test accuracy over the steps of a run in progress, both axes of steps logarithmic. */
export class GradientView {
  readonly #svg: SVGSVGElement;
  readonly #locale: Locale;

  constructor(box: HTMLElement, locale: Locale) {
    this.#locale = locale;
    this.#svg = document.createElementNS(svgName, "svg");
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#svg.setAttribute("role", "img");
    this.#svg.classList.add("gradient-view");
    box.replaceChildren(this.#svg);
    this.clear();
  }

  clear(): void {
    this.#draw([], []);
  }

  show({ gradients, record }: LiveRun): void {
    const accuracy = record.metrics.map(({ step, testAccuracy }) => ({
      step,
      value: testAccuracy,
    }));
    this.#draw(
      gradients.map(({ step, norm }) => ({ step, value: norm })),
      accuracy,
    );
  }

  #draw(norms: readonly Point[], accuracies: readonly Point[]): void {
    const words = articleWords[this.#locale].claimRun;
    const last = Math.max(100, norms.at(-1)?.step ?? 0);
    const x = (step: number) =>
      margin.left +
      ((width - margin.left - margin.right) * Math.log(Math.max(1, step))) / Math.log(last);
    const bottom = height - margin.bottom;
    const y = (share: number) => bottom - (bottom - margin.top) * share;
    const largest = Math.max(1e-9, ...norms.map(({ value }) => value));
    // four decades below the largest
    const depth = 4;
    const place = (value: number) =>
      Math.max(0, 1 + Math.log10(Math.max(1e-12, value) / largest) / depth);
    const path = (points: readonly Point[], share: (value: number) => number) =>
      points
        .filter(({ step }) => step >= 1)
        .map(
          ({ step, value }, i) =>
            `${i ? "L" : "M"}${x(step).toFixed(1)} ${y(share(value)).toFixed(1)}`,
        )
        .join("");
    const ticks = [1, 10, 100, 1000, 10_000].filter((step) => step <= last);
    this.#svg.setAttribute("aria-label", words.gradientSays);
    this.#svg.innerHTML = `
      <line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${bottom}" y2="${bottom}"/>
      ${ticks.map((step) => `<text class="tick" x="${x(step)}" y="${bottom + 18}">${count(step)}</text>`).join("")}
      <text class="theory" x="${margin.left}" y="16">${words.gradient}</text>
      <text class="test" x="${width - margin.right}" y="16">${words.testAccuracy}</text>
      <path class="test" d="${path(accuracies, (value) => value)}"/>
      <path class="theory" d="${path(norms, place)}"/>`;
  }
}

interface Point {
  readonly step: number;
  readonly value: number;
}
