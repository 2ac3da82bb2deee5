/** Resolves when the page has nothing better to do, or a moment later. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such thing yet
    if (!("requestIdleCallback" in globalThis)) setTimeout(resolve, 1);
    else requestIdleCallback(() => resolve(), { timeout: 200 });
  });
