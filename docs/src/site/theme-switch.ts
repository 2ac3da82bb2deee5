const key = "starlight-theme"; // ThemeProvider.astro sets it as a page opens
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/** `<theme-switch>`: the button for dark and light; its markup is `ThemeSelect.astro`. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    // a frame's theme is not chosen here
    if (!button || root.dataset.embed !== undefined) return;
    const name = () => {
      const { toLight = "", toDark = "" } = button.dataset;
      button.setAttribute("aria-label", root.dataset.theme === "dark" ? toLight : toDark);
    };
    button.addEventListener("click", () => {
      const theme = root.dataset.theme === "dark" ? "light" : "dark";
      root.dataset.theme = theme;
      localStorage.setItem(key, theme === (system.matches ? "dark" : "light") ? "" : theme);
      name();
    });
    system.addEventListener("change", () => {
      if (localStorage.getItem(key)) return;
      root.dataset.theme = system.matches ? "dark" : "light";
      name();
    });
    name();
  }
}
customElements.define("theme-switch", ThemeSwitch);
