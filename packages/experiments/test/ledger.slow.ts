import { test } from "vitest";
import { bearable, expectTheSameAgain, ledger, quick, shortest, work } from "./sample.ts";

const slow = ledger.filter(({ experiment, measured }) => {
  const most = work(shortest(experiment, measured));
  return most >= quick && most < bearable;
});

test.each(slow)("$id comes out the same again", ({ experiment, measured }) =>
  expectTheSameAgain(experiment, measured),
);
