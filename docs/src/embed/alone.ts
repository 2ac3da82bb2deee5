import { localeOf } from "../site/locales.ts";
import type { HeightMessage } from "./snippet.ts";
import { embedWords } from "./words.ts";

/** Shows nothing but the figure that the address names, or the page's first, and tells a page around it how high it is. */
export function showAlone(): void {
  const root = document.documentElement;
  const all = [...document.querySelectorAll<HTMLElement>("embed-code")];
  const named = all.find((code) => code.dataset.figure === root.dataset.embed);
  const code = named ?? (all[0] as HTMLElement);
  const words = embedWords[localeOf(code.dataset.locale)];
  const figure = document.getElementById(code.dataset.figure as string) as HTMLElement;
  const whole = Object.assign(document.createElement("a"), {
    href: location.pathname + location.hash,
    textContent: words.whole,
  });
  addEventListener("hashchange", () => {
    whole.hash = location.hash;
  });
  code.replaceChildren(whole);
  // what is followed from here opens beside the page around, not inside the frame
  document.head.append(Object.assign(document.createElement("base"), { target: "_blank" }));
  const asked = root.dataset.embed;
  const shown = asked && !named ? missing(words.missing(asked), whole) : figure;
  for (let part: Element = shown; part !== document.body; part = part.parentElement as Element) {
    for (const other of part.parentElement?.children ?? []) {
      if (other !== part) other.setAttribute("data-beside", "");
    }
  }
  shown.dataset.alone = "";
  root.dataset.embedded = "";
  if (parent === window) return;
  const tell = () => {
    const height = Math.ceil(shown.getBoundingClientRect().bottom + scrollY);
    const message: HeightMessage = {
      type: "grokscape:height",
      figure: shown.id,
      height,
    };
    parent.postMessage(message, "*");
  };
  // a frame out of sight is not laid out until it is seen, and observes nothing before
  tell();
  new ResizeObserver(tell).observe(shown);
}

function missing(says: string, whole: Element): HTMLElement {
  const box = document.createElement("p");
  box.append(says, " ", whole);
  document.body.append(box);
  return box;
}
