import { expose } from "comlink";
import { expect, test, vi } from "vitest";
import type { Draft } from "../src/lab/draft.ts";
import { connectOutlooks } from "../src/lab/outlooks.ts";

test("a worker that could not be loaded is tried anew with the next question", async () => {
  const made: EventTarget[] = [];
  const terminate = vi.fn();

  /** The first of them is not there; the others answer. */
  class FakeWorker extends EventTarget {
    readonly terminate = terminate;
    readonly #channel = new MessageChannel();

    constructor() {
      super();
      const { port1, port2 } = this.#channel;
      if (made.length > 0) expose({ code: async () => "a program" }, port2);
      port1.onmessage = ({ data }) =>
        this.dispatchEvent(Object.assign(new Event("message"), { data }));
      made.push(this);
    }

    postMessage(message: unknown): void {
      this.#channel.port1.postMessage(message);
    }
  }

  vi.stubGlobal("Worker", FakeWorker);
  const service = connectOutlooks();
  const first = service.code({} as Draft);
  made[0]!.dispatchEvent(Object.assign(new Event("error"), { message: "gone" }));
  await expect(first).rejects.toThrow("gone");
  expect(terminate).toHaveBeenCalledTimes(1);
  expect(await service.code({} as Draft)).toBe("a program");
  expect(await service.code({} as Draft)).toBe("a program");
  expect(made).toHaveLength(2);
});
