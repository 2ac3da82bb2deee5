/** Where it is remembered that this machine's graphics card is to train. */
const key = "grokscape-card";

export const wantsCard = (): boolean => localStorage.getItem(key) === "on";

export function rememberCard(wanted: boolean): void {
  if (wanted) localStorage.setItem(key, "on");
  else localStorage.removeItem(key);
}

/** What graphics card there is here; found out once. */
export const findCard = lazily(async () => {
  const { webgpuSupport } = await import("@grokscape/trainer/webgpu");
  return webgpuSupport();
});

/** The graphics card that the reader has chosen to train on, in words; null for the processor. */
export const chosenCard = async (): Promise<string | null> =>
  wantsCard() ? (await findCard()).card : null;

function lazily<Found>(find: () => Promise<Found>): () => Promise<Found> {
  let found: Promise<Found> | undefined;
  return () => {
    found ??= find();
    return found;
  };
}
