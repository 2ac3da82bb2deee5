import { InputError } from "@grokscape/group-datasets";

let gpu: object | undefined;

/**
 * What `navigator.gpu` is in a browser, for `webgpuEngine` in Node: by the package `webgpu`, which is to be
 * installed beside this one. On Linux it takes the cards that the Vulkan loader (libvulkan.so.1) finds.
 *
 * @throws InputError if the package is not there, or cannot be loaded on this machine
 */
export async function nodeGpu(): Promise<object> {
  if (gpu) return gpu;
  try {
    const { create } = await import("webgpu");
    gpu = create([]);
    return gpu;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isAbsent = code === "ERR_MODULE_NOT_FOUND" && /'webgpu'/.test(message);
    throw new InputError(
      isAbsent
        ? "the webgpu engine needs the package webgpu, which is not there"
        : `the package webgpu cannot be loaded: ${message.split("\n")[0]}`,
      isAbsent ? "npm install webgpu" : "train on the processor (the wasm engine)",
    );
  }
}
