/** The demo's elements, by the names that its markup gives them in `data-part`. */
export function partsOf(root: HTMLElement) {
  const part = <Kind extends Element>(name: string, kind: new () => Kind): Kind => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof kind)) throw new Error(`the demo's markup has no ${name}`);
    return found;
  };
  return {
    tasks: part("tasks", HTMLFieldSetElement),
    says: part("says", HTMLElement),
    slider: part("slider", HTMLInputElement),
    track: part("track", HTMLElement),
    shown: part("shown", HTMLElement),
    critical: part("critical", HTMLElement),
    main: part("main", HTMLButtonElement),
    reset: part("reset", HTMLButtonElement),
    table: part("table", HTMLElement),
    moments: part("moments", HTMLElement),
    readout: part("readout", HTMLElement),
    curve: part("curve", HTMLElement),
    verdict: part("verdict", HTMLElement),
    because: part("because", HTMLElement),
    passages: part("passages", HTMLElement),
    measured: part("measured", HTMLElement),
    agreement: part("agreement", HTMLElement),
    numbers: part("numbers", HTMLElement),
    live: part("live", HTMLElement),
  };
}

export type Parts = ReturnType<typeof partsOf>;
