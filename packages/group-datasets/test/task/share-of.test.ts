import { expect, test } from "vitest";
import { corruptLabels, dataset, split, task, trainCount } from "../../src/index.ts";
import { shareOf } from "../../src/task/share-of.ts";

test("a share with up to four decimals is exact, of any number of examples", () => {
  const sizes = [1, 2, 3, 7, 49, 97, 100, 113 * 112, 5041, 9409, 14_400, 2 ** 20, 2 ** 26];
  for (let size = 10; size <= 1e6; size *= 10) sizes.push(size, 3 * size, 7 * size + 1);
  for (let tenThousandths = 0; tenThousandths <= 10_000; tenThousandths++) {
    for (const size of sizes) {
      const exact = Number((BigInt(tenThousandths) * BigInt(size)) / 10_000n);
      const found = shareOf(tenThousandths / 10_000, size);
      if (found !== exact) expect({ tenThousandths, size, found }).toBe(exact);
    }
  }
});

test("a share with eight decimals is exact, of the largest task too", () => {
  for (let i = 1; i < 20_000; i++) {
    const share = (i * 7919 * 613) % 1e8;
    const exact = Number((BigInt(share) * 2n ** 26n) / 100_000_000n);
    expect(shareOf(share / 1e8, 2 ** 26)).toBe(exact);
  }
});

test("a share that is a quotient gives its dividend", () => {
  for (let size = 1; size < 300; size++) {
    for (let k = 0; k <= size; k++) expect(shareOf(k / size, size)).toBe(k);
  }
});

test("0.29 of 100 examples are 29, wherever a share is asked for", () => {
  const tenths = task("cyclic:10");
  for (const [fraction, count] of [
    [0.29, 29],
    [0.57, 57],
    [0.58, 58],
  ]) {
    expect(trainCount(tenths, { fraction })).toBe(count);
    expect(split(tenths, { fraction, seed: 1 }).train.length).toBe(count);
    expect(split(tenths, { fraction, seed: 1, stratify: true }).train.length).toBe(count);
    const all = Array.from({ length: 100 }, (_, i) => i);
    const { labels } = dataset(tenths, all);
    for (const wrong of [
      corruptLabels(tenths, { fraction, seed: 1 }),
      task(`corrupted:${fraction},1:cyclic:10`),
    ]) {
      expect(dataset(wrong, all).labels.filter((label, i) => label !== labels[i]).length).toBe(
        count,
      );
    }
  }
  expect(corruptLabels(tenths, { fraction: 0.29, seed: 1 }).title).toContain("a share of 0.29");
});
