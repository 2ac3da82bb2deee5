/** Where it is remembered that this machine's graphics card is to train. */
const key = "grokscape-card";

/** What was chosen since the page was opened. */
let chosen: boolean | undefined;

export const wantsCard = (): boolean => chosen ?? storage()?.getItem(key) === "on";

export function rememberCard(wanted: boolean): void {
  chosen = wanted;
  if (wanted) storage()?.setItem(key, "on");
  else storage()?.removeItem(key);
}

/** undefined where the browser refuses it: in a frame of another page it may. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
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
