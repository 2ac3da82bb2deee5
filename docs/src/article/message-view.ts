import { count, percent, wholePercent } from "../demo/numbers.ts";
import type { LiveRun, MessageRow } from "../live/live-run.ts";
import type { Locale } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

const height = 310;
const margin = { left: 58, right: 50, top: 58, bottom: 34 };
const svgName = "http://www.w3.org/2000/svg";
/** Bits at the lower and at the upper edge. */
const [least, most] = [400, 100_000];

interface Answered {
  readonly step: number;
  readonly testAccuracy: number;
}

/**
 * Draws how long the shortest message of a network in progress is, beside its test accuracy, over
 * steps spaced by their logarithms: as wide as its box.
 */
export class MessageView {
  readonly #svg: SVGSVGElement;
  readonly #box: HTMLElement;
  readonly #locale: Locale;
  #messages: readonly MessageRow[] = [];
  #answered: readonly Answered[] = [];

  constructor(box: HTMLElement, locale: Locale) {
    this.#box = box;
    this.#locale = locale;
    this.#svg = document.createElementNS(svgName, "svg");
    this.#svg.setAttribute("role", "img");
    this.#svg.classList.add("gradient-view", "message-view");
    box.replaceChildren(this.#svg);
    new ResizeObserver(() => this.#draw()).observe(box);
  }

  clear(): void {
    this.#messages = [];
    this.#answered = [];
    this.#draw();
  }

  show({ messages, record }: LiveRun): void {
    this.#messages = messages;
    this.#answered = record.metrics;
    this.#draw();
  }

  #draw(): void {
    const words = articleWords[this.#locale].claimRun;
    const messages = this.#messages;
    const width = Math.min(760, Math.max(280, this.#box.clientWidth));
    const [left, right] = [margin.left, width - margin.right];
    const [top, bottom] = [margin.top, height - margin.bottom];
    const last = Math.max(100, this.#answered.at(-1)?.step ?? 0);
    const x = (step: number) =>
      left + ((right - left) * Math.log(Math.max(1, step))) / Math.log(last);
    const up = (share: number) => bottom - (bottom - top) * share;
    const y = (bits: number) =>
      up(Math.min(1, Math.max(0, Math.log(bits / least) / Math.log(most / least))));

    const shares = line(
      this.#answered,
      (row) => x(row.step),
      (row) => up(row.testAccuracy),
    );
    const bits = line(
      messages,
      (row) => x(row.step),
      (row) => y(row.bits),
    );
    const now = messages.at(-1);
    const decades = [1, 10, 100, 1000].filter((step) => step <= last);
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#svg.setAttribute(
      "aria-label",
      [
        words.messageSays,
        ...messages.map((row) =>
          words.messageAt(
            count(row.step),
            count(Math.round(row.bits)),
            percent(row.testAccuracy, this.#locale),
          ),
        ),
      ].join(" "),
    );
    this.#svg.innerHTML = `
      <line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>
      ${decades.map((step) => `<text class="tick" x="${x(step)}" y="${bottom + 20}">${count(step)}</text>`).join("")}
      ${[1000, 10_000, 100_000].map((bits) => `<text class="amount" x="${left - 8}" y="${y(bits) + 4}">${count(bits)}</text>`).join("")}
      ${[0, 0.5, 1].map((share) => `<text class="share" x="${right + 8}" y="${up(share) + 4}">${wholePercent(share, this.#locale)}</text>`).join("")}
      <text class="theory" x="0" y="14">${words.message} <tspan class="now">${now ? count(Math.round(now.bits)) : ""}</tspan></text>
      <text class="test" x="${width}" y="14">${words.testAccuracy}</text>
      <g class="key read-back"><circle cx="${width - 5}" cy="30" r="4"/><text class="test" x="${width - 15}" y="34">${words.readBack}</text></g>
      <path class="test" d="${shares}"/>
      ${
        now
          ? `<line class="labels" x1="${left}" x2="${right}" y1="${y(now.labelBits)}" y2="${y(now.labelBits)}"/>
      <text class="tick labels" x="${left + 4}" y="${y(now.labelBits) - 6}">${words.labels(count(Math.round(now.labelBits)))}</text>
      <path class="theory" d="${bits}"/>
      <g class="bits">${dots(messages, x, (row) => y(row.bits))}</g>
      <g class="read-back">${dots(messages, x, (row) => up(row.testAccuracy))}</g>`
          : ""
      }`;
  }
}

const dots = (
  messages: readonly MessageRow[],
  x: (step: number) => number,
  y: (row: MessageRow) => number,
): string =>
  messages
    .map((row) => `<circle cx="${x(row.step).toFixed(1)}" cy="${y(row).toFixed(1)}" r="4"/>`)
    .join("");

function line<Row extends { readonly step: number }>(
  rows: readonly Row[],
  x: (row: Row) => number,
  y: (row: Row) => number,
): string {
  return rows
    .filter(({ step }) => step >= 1)
    .map((row, i) => `${i ? "L" : "M"}${x(row).toFixed(1)} ${y(row).toFixed(1)}`)
    .join("");
}
