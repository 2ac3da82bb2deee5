import { admit } from "../admit.ts";
import type { DeferredSession, Engine } from "../engine.ts";
import { lacks } from "../tape/lacks.ts";
import { findCard } from "./card.ts";
import { cardSession } from "./session.ts";

export interface WebgpuEngineOptions {
  /** What gives the graphics card: `navigator.gpu` if left out. In Node, `nodeGpu()` of `@grokscape/trainer/node`. */
  readonly gpu?: object;
  /** Called with what the card is, in words, once it is found. */
  readonly onCard?: (name: string) => void;
}

/**
 * Trains any network on a graphics card through WebGPU, float32: the network's record by shaders, and
 * with it loss and update, so that but a few numbers come back. The last bits may differ from one
 * card to the next; on one card they are the same every time. Links of one's own, an exact polar factor
 * and a ridge are worked out on the processor, at each step.
 *
 * @throws InputError (from `open`) if there is no card, or it has not the memory
 */
export function webgpuEngine({ gpu, onCard }: WebgpuEngineOptions = {}): Engine<DeferredSession> {
  const engine: Engine<DeferredSession> = {
    name: "webgpu",
    numericVersion: "2",
    lacks,
    async open(problem, start) {
      admit(engine, problem, start);
      const card = await findCard((gpu ?? globalThis.navigator?.gpu) as GPU | undefined);
      onCard?.(card.name);
      return cardSession(problem, start, card);
    },
  };
  return engine;
}
