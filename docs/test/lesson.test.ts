import { InputError, task } from "@grokscape/group-datasets";
import { smallestLesson, why } from "@grokscape/theory";
import { runConfig, setUp } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { stateOf } from "../src/lab/address.ts";
import { decodeCells, encodeCells, gameAt, hashOf } from "../src/lesson/address.ts";
import { factsOf } from "../src/lesson/facts.ts";
import {
  aidedBy,
  begun,
  cellsOf,
  dealt,
  type Game,
  hasAlphabets,
  newGame,
  pressed,
  puzzleFrom,
  recorded,
  tableIds,
} from "../src/lesson/game.ts";
import { trialOf } from "../src/lesson/trial.ts";

const after = (game: Game, ...cells: readonly number[]): Game => cells.reduce(pressed, game);

test("a cell that is pressed is shown, pressed again it is hidden; a given one stays", () => {
  const game = after(newGame("cyclic:5"), 3, 7, 3);
  expect(cellsOf(game)).toEqual([7]);
  const puzzle = puzzleFrom(after(game, 1), 3);
  expect(puzzle).toMatchObject({ given: [1, 7], shown: [], most: 3 });
  expect(after(puzzle, 7)).toBe(puzzle);
  // three cells in all: the second of the player's own is one too many
  expect(cellsOf(after(puzzle, 2, 4))).toEqual([1, 7, 2]);
  expect(cellsOf(after(puzzle, 2, 2, 4))).toEqual([1, 7, 4]);
  expect(begun(after(puzzle, 2))).toEqual(puzzle);
});

test("what one cell can make known, and the record that it brings", () => {
  const all = task("cyclic:5");
  const { examples, floor } = smallestLesson(all);
  const almost = after(newGame("cyclic:5"), ...[...examples].slice(1));
  expect(factsOf(all, cellsOf(almost), "own").complete).toBe(false);
  const whole = pressed(almost, examples[0]!);
  const facts = factsOf(all, cellsOf(whole), "own");
  expect(facts).toMatchObject({ complete: true, counts: { shown: floor, follows: 25 - floor } });
  expect(recorded(whole).record).toBe(floor);
  // the computer's lesson earns none, and no worse one takes the place of a better
  expect(recorded(aidedBy(newGame("cyclic:5"), examples)).record).toBe(null);
  const longer = pressed(recorded(whole), facts.kinds.indexOf("follows"));
  expect(recorded(longer).record).toBe(floor);
  expect(recorded({ ...longer, record: null }).record).toBe(floor + 1);
});

test("nothing shown covers nothing, everything shown leaves nothing", () => {
  const all = task("cyclic:5");
  expect(factsOf(all, [], "own").counts).toEqual({ shown: 0, follows: 0, open: 0, uncovered: 25 });
  expect(factsOf(all, [...Array(25).keys()], "own").complete).toBe(true);
  // 0 + 0 = 0 and 0 + 1 = 1 say nothing of 1 + 0; one alphabet does
  expect(factsOf(all, [0, 1], "own").kinds[5]).toBe("uncovered");
  expect(factsOf(all, [0, 1], "operands").kinds[5]).toBe("follows");
});

test.each(tableIds)(
  "of %s the computer shows a lesson that is enough, and no lesson is smaller",
  (id) => {
    for (const alphabet of hasAlphabets(id)
      ? (["own", "operands", "all"] as const)
      : (["own"] as const)) {
      const { examples, floor } = smallestLesson(task(id), [], { alphabet });
      expect(examples.length).toBe(floor);
      expect(factsOf(task(id), [...examples], alphabet).complete).toBe(true);
    }
  },
);

test.each<Game>([
  newGame("cyclic:5"),
  after(newGame("cyclic:7", "operands"), 48, 0, 13),
  { ...puzzleFrom(after(newGame("product:3,3"), 80, 6, 5), 23), record: 24, aided: true },
  ...[0, 1, 2, 3, 4, 5, 6, 42].map(dealt),
])("an address holds the whole game: %o", (game) => {
  const { game: opened, damaged } = gameAt(`#${hashOf(game)}`);
  expect(damaged).toBe(undefined);
  expect(opened).toEqual({ ...game, shown: [...game.shown].sort((a, b) => a - b) });
  expect(hashOf(game).length).toBeLessThan(90);
});

test("the page's own address is empty, a number deals the same puzzle to everybody", () => {
  expect(hashOf(newGame("cyclic:5"))).toBe("");
  expect(gameAt("#puzzle=42")).toEqual({ game: dealt(42) });
  expect(dealt(42)).toEqual(dealt(42));
  expect(dealt(42).given).not.toEqual(dealt(42 + tableIds.length).given);
});

test("cells are letters, six to each", () => {
  expect(encodeCells([])).toBe("");
  expect(encodeCells([0, 6, 24])).toBe("BBAAB");
  expect(decodeCells("BBAAB", 25)).toEqual([0, 6, 24]);
  expect(decodeCells("BBAAC", 25)).toBe(undefined);
  expect(decodeCells("B B", 25)).toBe(undefined);
});

test.each([
  ["#table=cyclic:500", "table"],
  ["#table=tea", "table"],
  ["#knows=everything", "knows"],
  ["#table=dihedral:3&knows=all", "knows"],
  ["#shown=BBAA%20", "shown"],
  ["#shown=________", "shown"],
  ["#given=B&shown=B", "shown"],
  ["#given=*", "given"],
  ["#shown=D&most=1", "most"],
  ["#most=-1", "most"],
  ["#record=26", "record"],
  ["#puzzle=1e3", "puzzle"],
  ["#puzzle=99999999999", "puzzle"],
])("a damaged address, %s, says which part, and opens an empty table", (hash, part) => {
  const { game, damaged } = gameAt(hash);
  expect(damaged).toBe(part);
  expect(cellsOf(game)).toEqual([]);
});

test("a proof names cells that are shown", () => {
  const all = task("cyclic:5");
  const shown = [0, 1, 5, 6];
  const facts = factsOf(all, shown, "own");
  for (const [cell, kind] of facts.kinds.entries()) {
    if (kind !== "follows") continue;
    const { steps } = why(all, shown, cell)!;
    expect(shown).toEqual(expect.arrayContaining(steps.map(({ example }) => example)));
  }
});

test("a network is trained on the very cells, and the laboratory opens the same run", () => {
  const cells = [0, 1, 2, 5, 9, 13, 24];
  const all = task("cyclic:5");
  const { config, best, href } = trialOf(all, cells, "own", "en");
  expect([...setUp(runConfig(config)).parts.train]).toEqual(cells);
  expect(stateOf(new URL(href, "https://x").hash).first).toEqual(config);
  expect(best?.unknowable).toEqual(new Uint32Array());
  expect(trialOf(all, [0, 1], "own", "en").best?.unknowable.length).toBeGreaterThan(0);
  expect(config.model).toMatchObject({ combine: "product", embedding: "one-hot" });
  expect(trialOf(all, cells, "operands", "en").config.model).toMatchObject({ embedding: "shared" });
  expect(() => trialOf(all, [25], "own", "en")).toThrow(InputError);
});
