import { globSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { borderSweeps, experimentOf } from "@grokscape/experiments";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parse } from "../src/arguments/parse.ts";
import { commands } from "../src/commands/index.ts";
import { resumeWords, runsWords } from "../src/run/commands-to-type.ts";
import { configFrom } from "../src/run/config-options.ts";
import { invocation, shellWord, typed } from "../src/terminal/invocation.ts";
import { pasted, start } from "./grokscape.ts";

const root = join(import.meta.dirname, "../../..");

const inHelp = commands.flatMap(({ examples }) => examples.map(([call]) => `grokscape ${call}`));

/** What the pages tell people to type. */
const inPages = [
  "README.md",
  "apps/cli/README.md",
  ...globSync("docs/src/content/docs/*/guides/command-line.mdx", { cwd: root }),
]
  .flatMap((page) => readFileSync(join(root, page), "utf8").split("\n"))
  .filter((line) => /^(npm start|npx grokscape|grokscape)\b/.test(line))
  .map((line) => line.replace(/ +[#>].*/, "").replace(/<.*?>/g, "cyclic-71-0123abcd"));

test.each([...new Set([...inHelp, ...inPages])])(
  "%s: is read, and asks for what there is",
  (line) => {
    const words = line
      .replace(/^(npm start( --)?|(npx )?grokscape) ?/, "")
      .split(" ")
      .filter(Boolean);
    if (words.includes("--help")) return;
    const command = commands.find(({ name }) => name === words[0]);
    const given = parse(command ?? commands[0], command ? words.slice(1) : words);
    const isBorder = borderSweeps.some(({ id }) => id === given.operand);
    if (given.operand && command?.name === "reproduce" && !isBorder) experimentOf(given.operand);
    else if (given.options.task ?? command?.name === "predict") configFrom(given);
  },
);

describe("what a run prints, pasted into a shell", () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "grokscape-printed-"));
  });

  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const small = "--task cyclic:7 --fraction 0.6 --width 16 --goal none".split(" ");
  const lineOf = (out: string, pattern: RegExp) => pattern.exec(out)?.[0].trim() as string;

  test("goes on, begins anew, and is repeated by its report", async () => {
    const [program, env, runs] = [
      "npm start --",
      { npm_lifecycle_event: "start" },
      "it's kept here",
    ];
    const words = [...small, "--steps", "3000", `--runs=${runs}`];
    const { child, ended, says } = start(words, cwd, env);
    await says("  train ");
    child.kill("SIGINT");
    const resume = lineOf((await ended).out, /^ {2}(grokscape|npx|npm).* resume .*$/m);
    expect(resume.startsWith(`${program} resume `)).toBe(true);
    const resumed = await pasted(resume, cwd, env);
    expect(resumed).toMatchObject({ code: 0, err: "" });

    const [id] = await readdir(join(cwd, runs));
    const there = await pasted(`grokscape ${words.map(shellWord).join(" ")}`, cwd, env);
    const seed = lineOf(there.out, /^.* --seed 2 .*$/m);
    expect(seed.startsWith(program)).toBe(true);
    expect(await pasted(`${seed} --steps 3`, cwd, env)).toMatchObject({ code: 0, err: "" });
    expect(await readdir(join(cwd, runs))).toHaveLength(2);

    const report = await readFile(join(cwd, runs, id, "report.html"), "utf8");
    for (const pattern of [/npx grokscape train .*/, /npm start -- .*/]) {
      const line = lineOf(report, pattern).replace(/ *#.*/, "");
      const again = await pasted(`${line} ${runsWords(runs).join(" ")}`, cwd);
      expect(again.out).toContain(
        `This run is there already (same settings, same bytes): ${runs}/${id}`,
      );
    }
  });
});

describe("words to type", () => {
  test.each([
    ["runs/a-1", "resume a-1"],
    ["elsewhere/a-1", "resume elsewhere/a-1"],
    ["/tmp/a b/a-1", "resume '/tmp/a b/a-1'"],
    ["it's/a-1", "resume 'it'\\''s/a-1'"],
    ["-odd/a-1", "resume ./-odd/a-1"],
    ["a-1", "resume ./a-1"],
  ])("of the run in %s: %s", (folder, words) => {
    expect(resumeWords(folder).join(" ")).toBe(words);
  });

  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ["", "", "grokscape resume x", "grokscape train"],
    ["start", "run-script", "npm start -- resume x", "npm start"],
    ["npx", "exec", "npx grokscape resume x", "npx grokscape train"],
    ["", "exec", "npx grokscape resume x", "npx grokscape train"],
  ])("started by npm's script '%s' and command '%s'", (script, command, resume, train) => {
    vi.stubEnv("npm_lifecycle_event", script);
    vi.stubEnv("npm_command", command);
    expect(typed(["resume", "x"])).toBe(resume);
    expect(invocation(["train"]).join(" ")).toBe(train);
  });
});
