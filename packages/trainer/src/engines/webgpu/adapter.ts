/** The card that is asked for: the fastest of several. */
export const adapterOf = (gpu: GPU): Promise<GPUAdapter | null> =>
  gpu.requestAdapter({ powerPreference: "high-performance" });

/** What a card is, in words. */
export const nameOf = ({ info }: GPUAdapter): string =>
  info.description || [info.vendor, info.architecture, info.device].filter(Boolean).join(" ");
