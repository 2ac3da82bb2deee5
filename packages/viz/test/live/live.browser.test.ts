import { grokkingCurve, livePicture } from "@grokscape/viz";
import { afterEach, expect, test } from "vitest";

afterEach(() => document.body.replaceChildren());

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

function host(width = 800): HTMLElement {
  const made = document.createElement("div");
  made.style.width = `${width}px`;
  document.body.append(made);
  return made;
}

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

test("its style sheet is read once, however often it is drawn", async () => {
  const place = host();
  let drawn = 0;
  const live = livePicture(place, (width) => {
    drawn++;
    return grokkingCurve([], { width });
  });
  await expect.poll(() => place.querySelector("style")).not.toBeNull();
  const sheet = place.querySelector("style");
  const before = drawn;
  live.update();
  await expect.poll(() => drawn).toBeGreaterThan(before);
  await nextFrame();
  expect(place.querySelectorAll("svg")).toHaveLength(1);
  expect(place.querySelector("style")).toBe(sheet);
  live.stop();
});
