import type { Task } from "@grokscape/group-datasets";

/** What the table shows of each example, by index. */
export interface TableData {
  readonly task: Task;
  /** 1 where the example is shown in training. */
  readonly shown: Uint8Array;
  /** The class predicted for each example; empty while nothing is known. */
  readonly predictions: Uint16Array;
}

const names = ["--grok-train", "--grok-test", "--grok-ink"] as const;
/** A mark's extent within its cell, from wrong to right. */
const extent = { square: [0.3, 0.86], dot: [0.2, 0.86] } as const;
const faint = 0.5;
const easing = 70;

/**
 * Draws a group's multiplication table on a canvas, a mark a cell: squares are shown in training,
 * dots held out; full when the network gets the product right at present.
 */
export class TableView {
  /** The cell looked at, or null. */
  selected: number | null = null;

  readonly #canvas: HTMLCanvasElement;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  #data?: TableData;
  /** Width and height in CSS px. */
  #side = 0;
  #colours?: readonly string[];
  /** How far each mark has grown, 0 … 1, and where it is going. */
  #size = new Float32Array();
  #goal = new Float32Array();
  #frame = 0;
  #last = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    new ResizeObserver(([entry]) => {
      this.#side = entry!.contentRect.width;
      this.draw();
    }).observe(canvas);
    new MutationObserver(() => {
      this.#colours = undefined;
      this.draw();
    }).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  show(data: TableData): void {
    const { task, shown, predictions } = data;
    let changed = this.#data?.shown !== shown;
    if (this.#data?.task !== task) {
      this.#size = new Float32Array(task.size);
      this.#goal = new Float32Array(task.size);
      this.selected = null;
    }
    this.#data = data;
    const table = task.group?.table as Uint16Array;
    for (let i = 0; i < task.size; i++) {
      const goal = predictions.length > 0 && predictions[i] === table[i] ? 1 : 0;
      if (this.#goal[i] === goal) continue;
      this.#goal[i] = goal;
      changed = true;
    }
    if (changed) this.draw();
  }

  /** The example under a point of the canvas, in CSS px. */
  at(x: number, y: number): number | null {
    const order = this.#order;
    const side = this.#canvas.clientWidth / order;
    const [row, column] = [Math.floor(y / side), Math.floor(x / side)];
    return row >= 0 && row < order && column >= 0 && column < order ? row * order + column : null;
  }

  get #order(): number {
    return this.#data?.task.classes ?? 1;
  }

  draw(): void {
    if (this.#frame) return;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#paint(now));
  }

  #paint(now: number): void {
    this.#frame = 0;
    const settled = this.#grow(now - this.#last);
    this.#last = now;
    const context = this.#prepare();
    if (!context || !this.#data) return;
    const { canvas } = context;
    this.#colours ??= colours(canvas);
    const [train, test, ink] = this.#colours;
    const { shown } = this.#data;
    const order = this.#order;
    const cell = canvas.width / order;
    for (let i = 0; i < this.#size.length; i++) {
      const grown = this.#size[i];
      const x = ((i % order) + 0.5) * cell;
      const y = (Math.floor(i / order) + 0.5) * cell;
      const [least, most] = shown[i] ? extent.square : extent.dot;
      const width = cell * (least + (most - least) * grown);
      context.globalAlpha = faint + (1 - faint) * grown;
      context.fillStyle = shown[i] ? train : test;
      context.beginPath();
      if (shown[i]) context.rect(x - width / 2, y - width / 2, width, width);
      else context.arc(x, y, width / 2, 0, 2 * Math.PI);
      context.fill();
    }
    context.globalAlpha = 1;
    if (this.selected !== null) outline(context, this.selected, order, cell, ink);
    if (!settled) this.#frame = requestAnimationFrame((time) => this.#paint(time));
  }

  /** Whether every mark has the size it should have. */
  #grow(milliseconds: number): boolean {
    const share = this.#still.matches ? 1 : 1 - Math.exp(-Math.max(0, milliseconds) / easing);
    let settled = true;
    for (let i = 0; i < this.#size.length; i++) {
      const rest = this.#goal[i] - this.#size[i];
      if (Math.abs(rest) < 0.01) this.#size[i] = this.#goal[i];
      else {
        this.#size[i] += rest * share;
        settled = false;
      }
    }
    return settled;
  }

  #prepare(): CanvasRenderingContext2D | null {
    const canvas = this.#canvas;
    const pixels = Math.round(this.#side * devicePixelRatio);
    if (pixels === 0) return null;
    if (canvas.width !== pixels) canvas.width = canvas.height = pixels;
    const context = canvas.getContext("2d");
    context?.clearRect(0, 0, pixels, pixels);
    return context;
  }
}

function colours(canvas: HTMLCanvasElement): string[] {
  const style = getComputedStyle(canvas);
  return names.map((name) => style.getPropertyValue(name));
}

/** A frame around one cell. */
function outline(
  context: CanvasRenderingContext2D,
  index: number,
  order: number,
  cell: number,
  ink: string,
): void {
  context.strokeStyle = ink;
  context.lineWidth = 1.5 * devicePixelRatio;
  context.strokeRect((index % order) * cell, Math.floor(index / order) * cell, cell, cell);
}
