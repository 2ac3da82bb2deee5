/** `<erratum-check data-number="7">`: computes an erratum's three numbers anew, in the page. */
class ErratumCheck extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button") as HTMLButtonElement;
    button.addEventListener("click", async () => {
      button.disabled = true;
      const { errata } = await import("@grokscape/theory");
      const erratum = errata.find(({ number }) => number === Number(this.dataset.number));
      const result = erratum?.check();
      for (const name of ["measured", "holds", "printed"] as const) {
        const value = result?.[name] ?? null;
        const part = this.querySelector(`[data-part=${name}]`) as HTMLElement;
        part.textContent = value === null ? "–" : `${Number(value.toPrecision(4))}`;
      }
      this.dataset.computed = "true";
      button.disabled = false;
    });
  }
}

customElements.define("erratum-check", ErratumCheck);
