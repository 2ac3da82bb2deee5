import { type CurveRow, grokkingCurve, livePicture, spectrumTimeline } from "@grokscape/viz";
import { afterEach, expect, test } from "vitest";

afterEach(() => document.body.replaceChildren());

const row = (step: number): CurveRow => ({
  step,
  trainAccuracy: Math.min(1, step / 500),
  testAccuracy: 1 / (1 + Math.exp((6000 - step) / 400)),
  trainLoss: 1 / (1 + step),
  testLoss: 1,
});

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

function host(width = 800): HTMLElement {
  const made = document.createElement("div");
  made.style.width = `${width}px`;
  document.body.append(made);
  return made;
}

/** Feeds for so long, and measures how far apart frames were. */
async function feed(ms: number, push: () => void): Promise<number[]> {
  const gaps: number[] = [];
  const end = performance.now() + ms;
  for (let last = await nextFrame(); performance.now() < end; ) {
    push();
    const now = await nextFrame();
    gaps.push(now - last);
    last = now;
  }
  return gaps.sort((a, b) => a - b);
}

test("a curve takes thousands of rows a second, and the page keeps its frames", async () => {
  const place = host();
  const live = grokkingCurve.live(place, { scale: "log" });
  let step = 0;
  // 200 rows a frame are 12,000 a second
  const gaps = await feed(1500, () => {
    live.push(Array.from({ length: 200 }, () => row(step++)));
  });
  // 16.7 ms on two idle cores; a busy machine may miss every other frame
  expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(35);
  await nextFrame();
  await nextFrame();
  expect(place.querySelector("desc")!.textContent).toContain("Memorised at step 495");
  expect(place.querySelectorAll("svg")).toHaveLength(1);
  expect(place.querySelector("svg")!.getAttribute("width")).toBe("800");
  live.stop();
});

test("a heat map does as well", async () => {
  const place = host();
  const live = spectrumTimeline.live(place);
  let step = 1;
  const gaps = await feed(1500, () => {
    live.push(
      Array.from({ length: 50 }, () => ({
        step: step++,
        spectrum: Float64Array.from({ length: 36 }, (_, k) => (k === step % 36 ? 0.5 : 0.01)),
      })),
    );
  });
  expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(70);
  expect(place.querySelectorAll("[data-mark=cells]").length).toBeGreaterThan(10);
  live.stop();
});

test("a live curve is what the whole record would be drawn as, and its sheet is read once", async () => {
  const place = host(640);
  const live = grokkingCurve.live(place);
  live.push(row(0));
  await nextFrame();
  await nextFrame();
  const sheet = place.querySelector("style");
  for (let step = 1; step <= 1000; step++) live.push(row(step));
  await nextFrame();
  await nextFrame();
  await nextFrame();
  expect(place.querySelector("style")).toBe(sheet);
  const whole = grokkingCurve(live.record(), { width: 640 });
  const without = (svg: Element) => {
    const copy = svg.cloneNode(true) as Element;
    copy.querySelector("style")!.remove();
    return copy.innerHTML;
  };
  expect(without(place.firstElementChild!)).toBe(without(whole));
  live.stop();
});

test("it follows the width of its place, draws once a frame, and stops", async () => {
  const place = host(500);
  let drawn: number[] = [];
  const live = livePicture(place, (width) => {
    drawn.push(width);
    return grokkingCurve([], { width });
  });
  for (let i = 0; i < 100; i++) live.update();
  await nextFrame();
  await nextFrame();
  await nextFrame();
  expect(drawn.length).toBeLessThanOrEqual(3);
  place.style.width = "300px";
  await nextFrame();
  await nextFrame();
  await nextFrame();
  expect(drawn.at(-1)).toBe(300);
  live.stop();
  drawn = [];
  live.update();
  await nextFrame();
  await nextFrame();
  expect(drawn).toEqual([]);
});
