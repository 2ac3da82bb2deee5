interface Runner {
  /** The element whose place on the screen decides. */
  readonly figure: Element;
  readonly tell: (attended: boolean) => void;
  /** When it last asked to train; 0 if it does not want to. */
  since: number;
}

/**
 * Of all figures on a page one trains at a time: of those that want to and are on the screen, the one
 * that asked last. The others wait, and go on when it has ended or is out of sight. Runs of one figure
 * go together.
 */
const runners = new Set<Runner>();
const onScreen = new Map<Element, boolean>();
let asked = 0;
let observer: IntersectionObserver | undefined;

function decide(): void {
  let last: Runner | undefined;
  for (const runner of runners) {
    if (runner.since > (last?.since ?? 0) && onScreen.get(runner.figure)) last = runner;
  }
  for (const { figure, tell } of runners) tell(!document.hidden && figure === last?.figure);
}

/** One figure's place in the queue: of all that want to train, only one does at a time. */
export interface Turn {
  /** Asks to train, or gives way. */
  want(wanted: boolean): void;
  leave(): void;
}

/** @param tell called with whether the run may go on now */
export function takeTurns(figure: Element, tell: (attended: boolean) => void): Turn {
  if (!observer) {
    observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) onScreen.set(target, isIntersecting);
      decide();
    });
    document.addEventListener("visibilitychange", decide);
  }
  const runner: Runner = { figure, tell, since: 0 };
  runners.add(runner);
  if (!onScreen.has(figure)) onScreen.set(figure, true);
  observer.observe(figure);
  return {
    want(wanted) {
      if (wanted === runner.since > 0) return;
      runner.since = wanted ? ++asked : 0;
      decide();
    },
    leave() {
      runners.delete(runner);
      decide();
    },
  };
}
