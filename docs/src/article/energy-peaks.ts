import { wholePercent } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";
import { climb } from "./climb.ts";
import { type CrossSection, crossSection, type Place } from "./peaks.ts";
import { articleWords } from "./words/index.ts";

/** The picture's size, and the energy at its top, in its own units. */
const [width, top, floor] = [480, 6.5, 270];
const x = (at: number) => width * (0.25 + 0.5 * at);
const y = (energy: number) => floor * (1 - energy / top);

/** Milliseconds for one place of the way, when a node climbs. */
const stride = 16;

/** `<energy-peaks>`: two peaks as the data grow, and a node to let go; its markup is `EnergyPeaks.astro`. */
class EnergyPeaks extends HTMLElement {
  readonly #known = new Map<number, CrossSection>();
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  #section!: CrossSection;
  #frame = 0;

  connectedCallback(): void {
    const [share, node] = this.#sliders;
    share.addEventListener("input", () => {
      this.#show();
      this.#letGo();
    });
    node.addEventListener("input", () => this.#place(node.valueAsNumber));
    node.addEventListener("change", () => this.#letGo());
    this.#drag(this.querySelector("svg") as SVGSVGElement);
    this.#show();
    this.#place(node.valueAsNumber);
  }

  disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
  }

  get #sliders(): [HTMLInputElement, HTMLInputElement] {
    return [...this.querySelectorAll("input")] as [HTMLInputElement, HTMLInputElement];
  }

  /** The pointer takes the node along the ridge. */
  #drag(svg: SVGSVGElement): void {
    const follow = ({ clientX }: PointerEvent) => {
      const { left, width } = svg.getBoundingClientRect();
      const last = this.#section.way.length - 1;
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
    const { at, energy } = this.#section.way[index]!;
    const mark = this.querySelector("[data-part=node]") as Element;
    mark.setAttribute("transform", `translate(${x(at)} ${y(energy)})`);
    const [, node] = this.#sliders;
    node.value = String(index);
    node.setAttribute("aria-valuetext", energy.toFixed(2));
  }

  /** The node climbs as the gradient leads it, and says where it came to. */
  #letGo(): void {
    const [, node] = this.#sliders;
    const path = climb(this.#section.way, node.valueAsNumber);
    const words = articleWords[localeOf(this.dataset.locale)].energyPeaks;
    const end = this.#section.way[path.at(-1)!]!;
    const { memorising, generalising } = this.#section;
    const near = Math.abs(end.at) < Math.abs(end.at - 1) ? "memorising" : "generalising";
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
    const percent = slider.valueAsNumber;
    const section = this.#known.get(percent) ?? crossSection(percent / 100);
    this.#known.set(percent, section);
    this.#section = section;

    const part = (name: string) => this.querySelector(`[data-part=${name}]`) as Element;
    const line = section.way.map(({ at, energy }) => `${x(at).toFixed(1)},${y(energy).toFixed(1)}`);
    part("ridge").setAttribute("points", line.join(" "));
    part("ground").setAttribute("points", `0,${floor} ${line.join(" ")} ${width},${floor}`);
    for (const [name, at] of [
      ["memorising", 0],
      ["generalising", 1],
    ] as const) {
      const { energy, peak } = section[name];
      const mark = part(name);
      mark.setAttribute("transform", `translate(${x(at)} ${y(energy)})`);
      mark.classList.toggle("gone", !peak);
      part(`${name}-energy`).textContent = peak ? energy.toFixed(1) : words.noPeak;
    }

    const shown = wholePercent(percent / 100, locale);
    (this.querySelector("output") as HTMLOutputElement).textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
    part("says").textContent = words.says[higher(section)];
  }
}

/** Which of the two is higher, or the only one. */
function higher({ memorising, generalising }: CrossSection) {
  const height = ({ energy, peak }: Place) => (peak ? energy : 0);
  if (!generalising.peak) return "memorisingOnly";
  if (!memorising.peak) return "generalisingOnly";
  return height(generalising) > height(memorising) ? "generalising" : "memorising";
}

customElements.define("energy-peaks", EnergyPeaks);
