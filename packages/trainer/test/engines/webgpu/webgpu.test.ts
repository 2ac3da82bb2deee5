import { beforeAll, describe, expect, test } from "vitest";
import { type afterALoss, cases, type Distance } from "./cases.ts";
import { isSoftwareCard, printedOnCard } from "./on-card.ts";

interface Printed {
  readonly distances: readonly Distance[];
  readonly lost: Awaited<ReturnType<typeof afterALoss>>;
}

describe.skipIf(!isSoftwareCard)("in Node, on a card made of software", () => {
  let printed: Printed;

  beforeAll(async () => {
    [printed] = await printedOnCard<Printed>("cases.program.ts");
  });

  test.each(Object.keys(cases))("%s: the reference's steps", (name) => {
    const found = printed.distances.find((one) => one.name === name) as Distance;
    expect(found.told).toBeLessThan(1e-5);
    expect(found.weights).toBeLessThan(1e-5);
    expect(found).toMatchObject({ samePredictions: true, sameBytes: true });
  });

  test("a card that is lost is told of, and another run takes it anew", () => {
    expect(printed.lost.message).toMatch(/the graphics card \(.+\) was lost: .+; go on from/);
    expect(printed.lost.loss).toBeGreaterThan(0);
  });
});
