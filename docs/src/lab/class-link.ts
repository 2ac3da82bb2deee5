import type { Key } from "@grokscape/trainer/settings";
import { withLock } from "./lock.ts";
import type { LabWords } from "./words/index.ts";

interface Given {
  /** The settings that the run has, and what they are called. */
  readonly names: () => ReadonlyMap<Key, string>;
  /** The laboratory's state, as an address says it. */
  readonly hash: () => string;
  readonly words: LabWords;
}

/** Makes links of the laboratory's state in which only some settings can be changed: those that are ticked. */
export function offerClassLink(box: HTMLDetailsElement, { names, hash, words }: Given): void {
  const part = (name: string) => box.querySelector(`[data-part=${name}]`) as HTMLElement;
  const list = part("free");
  const ticked = () =>
    [...list.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value as Key);
  box.addEventListener("toggle", () => {
    const before = ticked();
    const choices = [...names()].map(([key, name]) => {
      const label = Object.assign(document.createElement("label"), { className: "check" });
      const tick = Object.assign(document.createElement("input"), {
        type: "checkbox",
        value: key,
        checked: before.includes(key),
      });
      label.append(tick, Object.assign(document.createElement("span"), { textContent: name }));
      return label;
    });
    list.replaceChildren(...choices);
  });
  part("copy-class-link").addEventListener("click", async () => {
    const link = new URL(location.href);
    link.hash = withLock(hash(), { free: ticked() });
    const { copy } = await import("../embed/copy.ts");
    await copy(link.href, part("class-link-taken"), words);
  });
}
