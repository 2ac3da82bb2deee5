/** A picture that follows something as it goes on. */
export interface LivePicture {
  /** Asks for the picture to be drawn anew, with the next frame. */
  readonly update: () => void;
  /** Ends it; what was drawn last stays. */
  readonly stop: () => void;
}

/**
 * Keeps a picture in `host` up to date: however often `update` is called, it draws once a frame at
 * most, never for more than half of the time, and as wide as the host is.
 *
 * @param draw given the width in px, 240 or more
 * @example
 * const live = livePicture(host, (width) => learnedTable(record, { width }));
 */
export function livePicture(host: Element, draw: (width: number) => Element): LivePicture {
  let [asked, free, frame] = [false, 0, 0];
  const render = () => {
    const began = performance.now();
    if (began < free) {
      frame = requestAnimationFrame(render);
      return;
    }
    asked = false;
    show(host, draw(Math.max(240, Math.floor(host.clientWidth))));
    const ended = performance.now();
    free = ended + (ended - began);
  };
  const update = () => {
    if (asked) return;
    asked = true;
    frame = requestAnimationFrame(render);
  };
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (host.clientWidth !== width) update();
    width = host.clientWidth;
  });
  observer.observe(host);
  update();
  return {
    update,
    stop() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      asked = true;
    },
  };
}

/** Replaces the host's picture, but keeps its style element: parsing it again would cost more than drawing. */
function show(host: Element, drawn: Element): void {
  const present = host.firstElementChild;
  const sheet = present?.querySelector("style");
  const next = drawn.querySelector("style");
  if (!present || !sheet || !next || sheet.textContent !== next.textContent) {
    host.replaceChildren(drawn);
    return;
  }
  for (const { name, value } of drawn.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  next.remove();
  while (present.lastChild !== sheet) present.lastChild!.remove();
  while (present.firstChild !== sheet) present.firstChild!.remove();
  present.append(...drawn.childNodes);
}
