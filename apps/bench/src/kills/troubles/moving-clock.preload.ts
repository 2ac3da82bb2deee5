// Preloaded: the clock is wrong by up to a day, now ahead and now behind, by another amount five times a second.
const TrueDate = Date;
const now = Date.now.bind(Date);
const day = 86_400_000;

function wrongBy(): number {
  const turn = Math.floor(performance.now() / 200);
  return (((turn * 37) % 101) / 50 - 1) * day;
}

TrueDate.now = () => Math.round(now() + wrongBy());
globalThis.Date = new Proxy(TrueDate, {
  construct: (_, given: [] | [number]) =>
    given.length === 0 ? new TrueDate(TrueDate.now()) : new TrueDate(...given),
});
