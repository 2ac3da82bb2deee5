import { adapterOf, nameOf } from "./adapter.ts";

/** What this place offers to the webgpu engine. */
export interface WebgpuSupport {
  /** Whether there is WebGPU at all. */
  readonly webgpu: boolean;
  /** The graphics card that would train, in words; null if none is found. */
  readonly card: string | null;
}

/**
 * Finds out, without opening it, which graphics card the webgpu engine would train on.
 *
 * @param gpu what gives the graphics card: `navigator.gpu` if left out
 */
export async function webgpuSupport(gpu?: object): Promise<WebgpuSupport> {
  const given = (gpu ?? globalThis.navigator?.gpu) as GPU | undefined;
  const adapter = given && (await adapterOf(given));
  return { webgpu: given !== undefined, card: adapter ? nameOf(adapter) : null };
}
