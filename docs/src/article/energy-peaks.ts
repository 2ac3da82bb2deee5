import { wholePercent } from "../demo/numbers.ts";
import { localeOf } from "../site/locales.ts";
import { type CrossSection, crossSection, type Place } from "./peaks.ts";
import { articleWords } from "./words/index.ts";

/** The picture's size, and the energy at its top, in its own units. */
const [width, top, floor] = [480, 6.5, 270];
const x = (at: number) => width * (0.25 + 0.5 * at);
const y = (energy: number) => floor * (1 - energy / top);

/** `<energy-peaks>`: two peaks as the data grow; its markup is `EnergyPeaks.astro`. */
class EnergyPeaks extends HTMLElement {
  readonly #known = new Map<number, CrossSection>();

  connectedCallback(): void {
    this.addEventListener("input", () => this.#show());
    this.#show();
  }

  #show(): void {
    const locale = localeOf(this.dataset.locale);
    const words = articleWords[locale].energyPeaks;
    const slider = this.querySelector("input") as HTMLInputElement;
    const percent = slider.valueAsNumber;
    const section = this.#known.get(percent) ?? crossSection(percent / 100);
    this.#known.set(percent, section);

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
