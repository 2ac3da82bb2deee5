import { expect, test } from "vitest";
import { direct, house } from "../src/site/house.ts";
import { houseWords } from "../src/site/house-words.ts";

const rooms = house();
const named = (folder: string) => rooms.find((room) => room.folder === folder)!;

test("the picture of the house has every part once, each above what it uses", () => {
  expect(rooms.length).toBeGreaterThan(9);
  for (const { uses, level, lines } of rooms) {
    for (const below of uses) expect(named(below).level).toBeLessThan(level);
    expect(lines).toBeGreaterThan(500);
  }
});

test("a line that follows from others is left out, and no other", () => {
  const reached = (folder: string): Set<string> =>
    new Set(
      direct(named(folder), rooms).flatMap((below) => [below.folder, ...reached(below.folder)]),
    );
  for (const room of rooms) {
    for (const below of room.uses) expect(reached(room.folder)).toContain(below);
    for (const below of direct(room, rooms)) expect(room.uses).toContain(below.folder);
  }
  expect(direct(named("packages/trainer"), rooms).map(({ folder }) => folder)).not.toContain(
    "packages/group-datasets",
  );
});

test("every part has its sentence in both languages", () => {
  for (const { says } of Object.values(houseWords)) {
    for (const { folder } of rooms) expect(Object.keys(says)).toContain(folder);
  }
});
