import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refuseUnwritable, writeWhole } from "../../src/files/write-whole.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "grokscape-files-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a file is written whole, and nothing else is left", () => {
  writeWhole(at("a"), "one");
  writeWhole(at("a"), "two");
  expect(readFileSync(at("a"), "utf8")).toBe("two");
  expect(readdirSync(folder)).toEqual(["a"]);
});

test("through a link, which stays one", () => {
  writeFileSync(at("a"), "");
  symlinkSync(at("a"), at("link"));
  writeWhole(at("link"), "text");
  expect(readFileSync(at("a"), "utf8")).toBe("text");
});

test.runIf(process.platform === "linux")("a device is written to, not replaced", () => {
  expect(() => writeWhole("/dev/full", "text")).toThrow(
    /^could not write \/dev\/full: no space left$/,
  );
  expect(() => refuseUnwritable("/dev/full")).not.toThrow();
  writeWhole("/dev/null", "text");
  expect(readFileSync("/dev/null", "utf8")).toBe("");
});

test.each([
  ["folder", "it is a folder"],
  ["file/x", "a part of the path is no folder"],
  ["no/x", "its folder is not there"],
])("%s: %s, said before and after", (name, reason) => {
  mkdirSync(at("folder"));
  writeFileSync(at("file"), "old");
  const error = { name: "InputError", message: `could not write ${at(name)}: ${reason}` };
  expect(() => refuseUnwritable(at(name))).toThrow(expect.objectContaining(error));
  expect(() => writeWhole(at(name), "new")).toThrow(expect.objectContaining(error));
  expect(readdirSync(folder).sort()).toEqual(["file", "folder"]);
});

test("a file that cannot be finished leaves the old one", () => {
  writeFileSync(at("a"), "old");
  mkdirSync(at("a.unfinished"));
  expect(() => writeWhole(at("a"), "new")).toThrow(/^could not write .*a: /);
  expect(readFileSync(at("a"), "utf8")).toBe("old");
});
