/** How many settings of a form hold what was looked for. */
export interface Found {
  readonly shown: number;
  /** Those among them that would do nothing beside the others, which stay hidden. */
  readonly idle: number;
}

/** The groups that the reader had unfolded before he began to look for something. */
const unfolded = new WeakMap<HTMLFormElement, ReadonlySet<HTMLDetailsElement>>();

/**
 * Leaves only those settings in sight whose words, group or path hold all that is looked for, their groups
 * unfolded; all of them, and groups as they were, for nothing.
 */
export function find(form: HTMLFormElement, wanted: string): Found {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = [...form.querySelectorAll<HTMLDetailsElement>("details[data-group]")];
  const before = unfolded.get(form) ?? new Set(groups.filter(({ open }) => open));
  if (words.length > 0) unfolded.set(form, before);
  else unfolded.delete(form);
  const [shown, idle] = [new Set<string>(), new Set<string>()];
  const look = (knob: HTMLElement, group: string): boolean => {
    const { knob: key = "" } = knob.dataset;
    const text = `${key} ${group} ${knob.textContent}`.toLowerCase();
    const isHit = words.every((word) => text.includes(word));
    knob.toggleAttribute("data-missed", !isHit);
    if (isHit) (knob.hidden ? idle : shown).add(key);
    return isHit && !knob.hidden;
  };
  for (const group of groups) {
    const name = group.querySelector("summary")?.firstChild?.textContent ?? "";
    const knobs = [...group.querySelectorAll<HTMLElement>("[data-knob]")];
    const hits = knobs.filter((knob) => look(knob, name));
    group.toggleAttribute("data-missed", hits.length === 0);
    group.open = words.length > 0 ? hits.length > 0 : before.has(group);
  }
  for (const knob of form.querySelectorAll<HTMLElement>(":scope > [data-knob]")) look(knob, "");
  for (const key of shown) idle.delete(key);
  return { shown: shown.size, idle: idle.size };
}
