import { wholePercent } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";
import { climb } from "./climb.ts";
import { higher, outline, placeAt, type Ridge, translation } from "./ridge.ts";
import { articleWords } from "./words/index.ts";

/** Milliseconds for one place of the way, when a node climbs. */
const stride = 16;

/** `<energy-peaks>`: two peaks as the data grow, and a node to let go; its markup is `EnergyPeaks.astro`. */
class EnergyPeaks extends HTMLElement {
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  /** By percentage shown. */
  #ridges!: Readonly<Record<string, Ridge>>;
  #frame = 0;

  connectedCallback(): void {
    this.#ridges = JSON.parse(this.dataset.ridges as string);
    const [share, node] = this.#sliders;
    share.addEventListener("input", () => {
      this.#show();
      this.#letGo();
    });
    node.addEventListener("input", () => this.#place(node.valueAsNumber));
    node.addEventListener("change", () => this.#letGo());
    this.#drag(this.querySelector("svg") as SVGSVGElement);
  }

  disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
  }

  get #sliders(): [HTMLInputElement, HTMLInputElement] {
    return [...this.querySelectorAll("input")] as [HTMLInputElement, HTMLInputElement];
  }

  get #ridge(): Ridge {
    return this.#ridges[this.#sliders[0].value]!;
  }

  /** The pointer takes the node along the ridge. */
  #drag(svg: SVGSVGElement): void {
    const follow = ({ clientX }: PointerEvent) => {
      const { left, width } = svg.getBoundingClientRect();
      const last = this.#ridge.energies.length - 1;
      this.#place(Math.round(last * Math.min(1, Math.max(0, (clientX - left) / width))));
    };
    svg.addEventListener("pointerdown", (event) => {
      svg.setPointerCapture(event.pointerId);
      follow(event);
    });
    svg.addEventListener("pointermove", (event) => {
      if (svg.hasPointerCapture(event.pointerId)) follow(event);
    });
    svg.addEventListener("pointerup", () => this.#letGo());
  }

  /** Puts the node on a place of the way. */
  #place(index: number): void {
    cancelAnimationFrame(this.#frame);
    const energy = this.#ridge.energies[index]!;
    const mark = this.querySelector("[data-part=node]") as Element;
    mark.setAttribute("transform", translation(placeAt(index), energy));
    const [, node] = this.#sliders;
    node.value = String(index);
    node.setAttribute("aria-valuetext", energy.toFixed(2));
  }

  /** The node climbs as the gradient leads it, and says where it came to. */
  #letGo(): void {
    const [, node] = this.#sliders;
    const { memorising, generalising, energies } = this.#ridge;
    const path = climb(energies, node.valueAsNumber);
    const words = articleWords[localeOf(this.dataset.locale)].energyPeaks;
    const near = placeAt(path.at(-1)!) < 0.5 ? "memorising" : "generalising";
    const peak = near === "memorising" ? memorising.peak : generalising.peak;
    const says = this.querySelector("[data-part=climbed]") as HTMLElement;
    says.textContent = words.climbed[peak ? near : "neither"];
    if (this.#still.matches) {
      this.#place(path.at(-1)!);
      return;
    }
    const start = performance.now();
    const move = (now: number) => {
      const i = Math.min(path.length - 1, Math.floor((now - start) / stride));
      this.#place(path[Math.max(0, i)]!);
      if (i < path.length - 1) this.#frame = requestAnimationFrame(move);
    };
    this.#frame = requestAnimationFrame(move);
  }

  #show(): void {
    const locale = localeOf(this.dataset.locale);
    const words = articleWords[locale].energyPeaks;
    const [slider] = this.#sliders;
    const ridge = this.#ridge;
    const { line, ground } = outline(ridge);
    const part = (name: string) => this.querySelector(`[data-part=${name}]`) as Element;
    part("ridge").setAttribute("points", line);
    part("ground").setAttribute("points", ground);
    for (const [name, at] of [
      ["memorising", 0],
      ["generalising", 1],
    ] as const) {
      const { energy, peak } = ridge[name];
      const mark = part(name);
      mark.setAttribute("transform", translation(at, energy));
      mark.classList.toggle("gone", !peak);
      part(`${name}-energy`).textContent = peak ? energy.toFixed(1) : words.noPeak;
    }

    const shown = wholePercent(slider.valueAsNumber / 100, locale);
    (this.querySelector("output") as HTMLOutputElement).textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
    part("says").textContent = words.says[higher(ridge)];
  }
}

customElements.define("energy-peaks", EnergyPeaks);
