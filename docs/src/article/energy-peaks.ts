import { wholePercent } from "../demo/numbers.ts";
import { LiveView } from "../live/live-view.ts";
import { localeOf } from "../site/locales.ts";
import { climb } from "./climb.ts";
import { higher, nearer, type Ridge } from "./ridge.ts";
import { articleWords } from "./words/index.ts";

/** Milliseconds for which a climbing node stays at each place of the way. */
const stride = 16;

/** `<energy-peaks>`: two peaks as the data grow, and a node to let go; its markup is `EnergyPeaks.astro`. */
class EnergyPeaks extends HTMLElement {
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  /** By percentage shown. */
  #ridges!: Readonly<Record<string, Ridge>>;
  #view!: LiveView;
  #frame = 0;

  connectedCallback(): void {
    this.#ridges = JSON.parse(this.dataset.ridges as string);
    const picture = this.querySelector("figure") as HTMLElement;
    this.#view = new LiveView(
      picture,
      async () => {
        const { drawRidge } = await import("./draw-ridge.ts");
        return (width) =>
          drawRidge(
            this.#ridge,
            this.#sliders[1].valueAsNumber,
            localeOf(this.dataset.locale),
          )(width);
      },
      false,
    );
    const [share, node] = this.#sliders;
    share.addEventListener("input", () => {
      this.#show();
      this.#letGo();
    });
    node.addEventListener("input", () => this.#place(node.valueAsNumber));
    node.addEventListener("change", () => this.#letGo());
    this.#drag(picture);
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
  #drag(picture: HTMLElement): void {
    const follow = ({ clientX }: PointerEvent) => {
      const ground = picture.querySelector("[data-mark=energy]") as Element;
      const { left, width } = ground.getBoundingClientRect();
      const last = this.#ridge.energies.length - 1;
      this.#place(Math.round(last * Math.min(1, Math.max(0, (clientX - left) / width))));
    };
    picture.addEventListener("pointerdown", (event) => {
      picture.setPointerCapture(event.pointerId);
      follow(event);
    });
    picture.addEventListener("pointermove", (event) => {
      if (picture.hasPointerCapture(event.pointerId)) follow(event);
    });
    picture.addEventListener("pointerup", () => this.#letGo());
  }

  /** Puts the node on a place of the way. */
  #place(index: number): void {
    cancelAnimationFrame(this.#frame);
    const [, node] = this.#sliders;
    node.value = String(index);
    node.setAttribute("aria-valuetext", this.#ridge.energies[index]!.toFixed(2));
    this.#view.update();
  }

  /** The node climbs as the gradient leads it, and says where it came to. */
  #letGo(): void {
    const ridge = this.#ridge;
    const path = climb(ridge.energies, this.#sliders[1].valueAsNumber);
    const words = articleWords[localeOf(this.dataset.locale)].energyPeaks;
    const near = nearer(path.at(-1)!, ridge);
    const says = this.querySelector("[data-part=climbed]") as HTMLElement;
    says.textContent = words.climbed[ridge[near].peak ? near : "neither"];
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
    const shown = wholePercent(slider.valueAsNumber / 100, locale);
    (this.querySelector("output") as HTMLOutputElement).textContent = shown;
    slider.setAttribute("aria-valuetext", shown);
    (this.querySelector("[data-part=says]") as HTMLElement).textContent =
      words.says[higher(this.#ridge)];
  }
}

customElements.define("energy-peaks", EnergyPeaks);
