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

test("a curve of thousands of rows is drawn with a few thousand points, in one picture", async () => {
  const place = host();
  const live = grokkingCurve.live(place, { scale: "log" });
  for (let frame = 0; frame < 20; frame++) {
    live.push(
      Array.from({ length: 1000 }, (_, i) => row(1000 * frame + i)),
      { memorisedAt: 495, generalisedAt: frame < 7 ? null : 7839 },
    );
    await nextFrame();
  }
  await expect
    .poll(() => place.querySelector("desc")?.textContent)
    .toContain("Memorised at step 495");
  await expect
    .poll(() => place.querySelector("desc")!.textContent)
    .toContain("understood at step 7,839");
  expect(place.querySelectorAll("svg")).toHaveLength(1);
  expect(place.querySelector("svg")!.getAttribute("width")).toBe("800");
  for (const line of place.querySelectorAll("[data-mark$=line]")) {
    expect(line.getAttribute("d")!.split("L").length).toBeLessThan(4 * 800);
  }
  live.stop();
});

test("a heat map does as well", async () => {
  const place = host();
  const live = spectrumTimeline.live(place);
  for (let step = 1; step <= 5000; step++) {
    live.push({
      step,
      spectrum: Float64Array.from({ length: 36 }, (_, k) => (k === step % 36 ? 0.5 : 0.01)),
    });
  }
  await expect.poll(() => place.querySelectorAll("[data-mark=cells]").length).toBeGreaterThan(10);
  expect(place.querySelectorAll("svg")).toHaveLength(1);
  live.stop();
});

test("a live curve is what the whole record would be drawn as, and its sheet is read once", async () => {
  const place = host(640);
  const live = grokkingCurve.live(place);
  live.push(row(0));
  await expect.poll(() => place.querySelector("style")).not.toBeNull();
  const sheet = place.querySelector("style");
  for (let step = 1; step <= 1000; step++) live.push(row(step));
  const without = (svg: Element) => {
    const copy = svg.cloneNode(true) as Element;
    copy.querySelector("style")!.remove();
    return copy.innerHTML;
  };
  const whole = without(grokkingCurve(live.record(), { width: 640 }));
  await expect.poll(() => without(place.firstElementChild!)).toBe(whole);
  expect(place.querySelector("style")).toBe(sheet);
  live.stop();
});

test("it follows the width of its place, draws once a frame, and stops", async () => {
  const place = host(500);
  let drawn: number[] = [];
  let frames = 0;
  const live = livePicture(place, (width) => {
    drawn.push(width);
    return grokkingCurve([], { width });
  });
  while (drawn.length === 0) {
    for (let i = 0; i < 100; i++) live.update();
    await nextFrame();
    frames++;
  }
  expect(drawn.length).toBeLessThanOrEqual(frames + 1);
  place.style.width = "300px";
  await expect.poll(() => drawn.at(-1)).toBe(300);
  live.stop();
  drawn = [];
  live.update();
  await nextFrame();
  await nextFrame();
  expect(drawn).toEqual([]);
});
