import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { liveLine } from "../../src/terminal/live-line.ts";

function written(
  terminal: { isTTY: boolean; columns?: number },
  act: (stream: NodeJS.WriteStream) => void,
) {
  const stream = Object.assign(new PassThrough(), terminal) as unknown as NodeJS.WriteStream;
  act(stream);
  return `${(stream as unknown as PassThrough).read() ?? ""}`;
}

test("in a terminal the line is drawn over itself, and what is said stays above", () => {
  const text = written({ isTTY: true, columns: 40 }, (stream) => {
    const line = liveLine(stream);
    line.show(() => "step 1");
    line.say("memorised");
    line.end();
  });
  expect(text.split("memorised\n")).toHaveLength(2);
  expect(text.endsWith("step 1\n")).toBe(true);
  expect(text).toContain("\u001b[2K");
});

test("a line too long for the terminal loses its last parts", () => {
  const text = written({ isTTY: true, columns: 20 }, (stream) =>
    liveLine(stream).show(() => "step 1  train 50 %  test 3 %"),
  );
  expect(text).toContain("step 1  train 50 %");
  expect(text).not.toContain("test");
});

test("what is erased leaves an empty line, and nothing to end", () => {
  const text = written({ isTTY: true, columns: 40 }, (stream) => {
    const line = liveLine(stream);
    line.show(() => "step 1");
    line.erase();
    line.end();
  });
  expect(text.split("step 1")).toHaveLength(2);
  expect(text.endsWith("\u001b[2K")).toBe(true);
});

test("elsewhere it writes plain lines, few of them", () => {
  const text = written({ isTTY: false }, (stream) => {
    const line = liveLine(stream);
    for (let step = 0; step < 100; step++) line.show(() => `step ${step}`);
    line.end();
  });
  expect(text).toBe("step 0\nstep 99\n");
});
