import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { here, pasted, start } from "./grokscape.ts";

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "grokscape-cli-"));
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

const runs = async () => (existsSync(join(cwd, "runs")) ? readdir(join(cwd, "runs")) : []);
const read = (...path: string[]) => readFile(join(cwd, "runs", ...path), "utf8");

/** Groks in a second or two. */
const quick = "--task cyclic:13 --fraction 0.7 --width 128 --learning-rate 0.005".split(" ");
/** Takes long enough to be interrupted. */
const long = "--task cyclic:23 --width 128 --steps 200 --goal none --engine reference".split(" ");

describe("training", () => {
  test("predicts first, then trains, then holds the outcome beside it", async () => {
    const { code, out, err } = await here(quick, cwd);
    expect(err).toBe("");
    expect(code).toBe(0);
    const places = [
      "Grokscape · ",
      "What the theory says of this run",
      "Training for 2,000 steps at most",
      "step 0",
      "memorised. It answers",
      "understood. It answers",
      "Prediction and outcome",
      "✓  outcome",
      "Report: runs/cyclic-13-",
    ].map((said) => out.replace(/step +0 /, "step 0 ").indexOf(said));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const [id] = await runs();
    expect((await readdir(join(cwd, "runs", id))).sort()).toEqual([
      "checkpoints",
      "config.json",
      "metrics.jsonl",
      "readings.jsonl",
      "report.html",
      "summary.json",
      "test.npy",
      "train.npy",
    ]);
    const { generalisedAt, weightsHash } = JSON.parse(await read(id, "summary.json"));
    const report = await read(id, "report.html");
    expect(out).toContain(`step ${generalisedAt}: understood`);
    expect(report).toContain(`understood at step ${generalisedAt}`);
    expect(report).toContain(weightsHash);
    expect(report).toContain("<svg");
    expect(report).not.toMatch(/(src|href)="(?!#)/);
    const command = /npx grokscape train .*/.exec(report)?.[0];
    const again = await pasted(`${command} --runs again`, cwd);
    expect(again.out).toContain(`again/${id}`);
    expect(
      JSON.parse(await readFile(join(cwd, "again", id, "summary.json"), "utf8")),
    ).toMatchObject({ generalisedAt, weightsHash });
  });

  test("a network of more layers is trained by the fastest engine, too", async () => {
    const words = [...quick, "--hidden-layers", "1", "--steps", "10"];
    const { code, out, err } = await here(words, cwd);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("with the wasm engine");
  });

  test.each([
    "--model transformer --width 16 --heads 2 --mlp-width 32",
    "--weights complex --embedding per-operand --bias yes",
    "--preset nanda-2023 --task cyclic:13 --batch 30",
  ])("%s: trained, reported, and begun anew by the report's own command", async (network) => {
    const words = [
      ...network.split(" "),
      ..."--fraction 0.7 --steps 4 --evaluate-every 2".split(" "),
    ];
    const task = network.includes("--task") ? [] : ["--task", "cyclic:13"];
    const { code, err } = await here([...task, ...words], cwd);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [id] = await runs();
    const [, command] = /npx grokscape (train .*)/.exec(await read(id, "report.html")) ?? [];
    const again = await here(command.split(" "), cwd);
    expect(again.out).toContain(
      `This run is there already (same settings, same bytes): runs/${id}`,
    );
  });

  test("a run that is there already is shown, not trained again", async () => {
    await here([...quick, "--steps", "20"], cwd);
    const [id] = await runs();
    const before = await read(id, "summary.json");
    const { code, out } = await here([...quick, "--steps", "20"], cwd);
    expect(code).toBe(0);
    expect(out).toContain("This run is there already");
    expect(out).toContain("Prediction and outcome");
    expect(await read(id, "summary.json")).toBe(before);
  });

  test("stopped, stopped again and killed, it ends in the same bytes as if nothing had been", async () => {
    const first = start(long, cwd);
    await first.says("step   0");
    first.child.kill("SIGINT");
    const stopped = await first.ended;
    expect(stopped).toMatchObject({ code: 130, err: "" });
    const [id] = await runs();
    expect(stopped.out).toContain(`grokscape resume ${id}`);

    const second = start(["resume", id], cwd);
    await second.says("Going on from step");
    second.child.kill("SIGTERM");
    expect(await second.ended).toMatchObject({ code: 143, err: "" });

    const third = start(long, cwd);
    await third.says("Going on from step");
    while (!existsSync(join(cwd, "runs", id, "checkpoints", "50.safetensors"))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    third.child.kill("SIGKILL");
    expect((await third.ended).signal).toBe("SIGKILL");

    const ended = await here(["resume", id], cwd);
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(ended.out).toMatch(/Going on from step \d+/);
    expect(ended.out).toContain("Prediction and outcome");
    expect((await here([...long, "--runs", "unbroken"], cwd)).code).toBe(0);
    const unbroken = (name: string) => readFile(join(cwd, "unbroken", id, name), "utf8");
    const hash = (summary: string) => JSON.parse(summary).weightsHash;
    expect(await read(id, "metrics.jsonl")).toBe(await unbroken("metrics.jsonl"));
    expect(hash(await read(id, "summary.json"))).toBe(hash(await unbroken("summary.json")));
  });

  test("a report and measures while it trains, also after it was stopped and resumed", async () => {
    const words = [...long, "--evaluate-every", "1", "--steps", "100000"];
    const first = start(words, cwd);
    await first.says("step       0");
    const [id] = await runs();
    while (!existsSync(join(cwd, "runs", id, "checkpoints", "50.safetensors"))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    first.child.kill("SIGINT");
    await first.ended;
    const { steps } = JSON.parse(await read(id, "summary.json"));
    const resumed = start(["resume", id], cwd);
    const goesOn = join(
      cwd,
      "runs",
      id,
      "checkpoints",
      `${Math.ceil((steps + 1) / 50) * 50}.safetensors`,
    );
    while (!existsSync(goesOn)) await new Promise((resolve) => setTimeout(resolve, 5));
    const told = await here(["report", id, "--json"], cwd);
    expect(told).toMatchObject({ code: 0 });
    expect(JSON.parse(told.out)).toMatchObject({ session: null, record: { stopped: "aborted" } });
    expect(JSON.parse(told.out).record.steps).toBeGreaterThan(steps);
    expect(await read(id, "report.html")).toContain("This run has not ended yet.");
    const measured = await here(["measure", id, "--only", "norms", "--json"], cwd);
    expect(measured).toMatchObject({ code: 0, err: "" });
    resumed.child.kill("SIGINT");
    expect((await resumed.ended).code).toBe(130);
  });
});

test("an experiment that is stopped goes on where it was, and what is there is not trained again", async () => {
  const words = ["reproduce", "cyclic-23-at-20"];
  const { child, ended, says } = start(words, cwd);
  await says("seed 1: step 0 of 2,000");
  child.kill("SIGINT");
  const stopped = await ended;
  expect(stopped).toMatchObject({ code: 130, err: "" });
  expect(stopped.out).toContain(`grokscape ${words.join(" ")}`);
  const [id] = await runs();
  expect(JSON.parse(await read(id, "summary.json")).stopped).toBe("aborted");
  const saved = [...words, "--save", "saved.json"];
  expect(await here(saved, cwd)).toMatchObject({ code: 0, err: "" });
  const { weightsHash } = JSON.parse(await read(id, "summary.json"));
  const { variants } = JSON.parse(await readFile(join(cwd, "saved.json"), "utf8"));
  expect(variants).toMatchObject([{ outcomes: [{ seed: 1, weightsHash }] }]);
  const again = await here(saved, cwd);
  expect(again.out).toMatch(/seed 1 .* was there already/);
  expect(again.out).not.toContain("step 0 of");
});

describe("what cannot be used", () => {
  test.each([
    ["--task cyclc:71", /^unknown task "cyclc:71"; did you mean "cyclic:/],
    ["--task cyclic:1", /cyclic:1/],
    ["--task cyclic:99999999", /9999/],
    ["--fraction 0", /^split\.fraction must be > 0, got 0$/],
    ["--fraction 1.5", /^split\.fraction must be < 1, got 1\.5$/],
    ["--fraction NaN", /^--fraction must be a number, got "NaN"$/],
    ["--fraction 0.0001", /shows 0 of 5041 examples/],
    ["--fraction 0.3 --count 9", /^--fraction and --count both say/],
    ["--width 0", /^model\.width must be ≥ 1, got 0$/],
    ["--width 2.5", /^model\.width must be a whole number, got 2\.5$/],
    ["--seed -1", /seed/],
    ["--activation tanh", /quadratic, relu, silu, relu2/],
    ["--optimiser adagrad", /adam/],
    ["--heads 2", /^--heads is of the model transformer, and this one is mlp/],
    ["--preset nobody", /^unknown preset "nobody"; the presets are .*tian-fig3/],
    ["--engine warp", /^unknown engine "warp"; the engines are/],
    ["--frobnicate 3", /^unknown option --frobnicate; grokscape train --help lists all$/],
    ["--constructor", /^unknown option --constructor; grokscape train --help lists all$/],
    ["--schedule constructor", /^schedule\.kind must be one of/],
    ["--filter toString", /^gradientFilters\.0\.kind must be one of/],
    ["--filter __proto__:3", /^gradientFilters\.0\.kind must be one of/],
    ["--engine constructor", /^unknown engine "constructor"; the engines are/],
    ["--preset toString", /^unknown preset "toString"; the presets are/],
    ["cyclic:71", /^unknown command "cyclic:71"; did you mean grokscape train --task cyclic:71\?$/],
    [
      "tian-fig3",
      /^unknown command "tian-fig3"; did you mean grokscape train --preset tian-fig3\?$/,
    ],
    ["trian", /^unknown command "trian"; did you mean train\?$/],
    ["frobnicate", /^unknown command "frobnicate"; grokscape --help lists all$/],
    ["help nothing", /^unknown command "nothing"/],
    ["tasks cyclic:71", /one word too many/],
    ["resume", /^resume needs a run/],
    ["resume nothing", /^there is no run folder runs\/nothing; runs holds no runs yet$/],
    ["report nothing", /^there is no run folder/],
    ["predict cyclic:7 --task cyclic:5", /give the task once/],
    ["reproduce nobody-1999", /^unknown experiment "nobody-1999"; there are .*tian-fig3/],
    [
      "reproduce tian-fig3 --save no/such.json",
      /^could not write no\/such\.json: its folder is not there$/,
    ],
    ["reproduce tian-fig3 --save .", /^could not write \.: it is a folder$/],
    ["reproduce tian-fig3 --seeds 0", /^--seeds must be a whole number from 1 to 1000, got 0$/],
    ["reproduce tian-fig3 --seeds 1e9", /^--seeds must be a whole number from 1 to 1000, got 1e9$/],
    ["reproduce tian-fig3 --threads 0.5", /^--threads must be a whole number ≥ 1, got 0\.5$/],
  ])("%s: one line, exit code 2, nothing written", async (words, message) => {
    const { code, out, err } = await here(words, cwd);
    expect(err.trimEnd()).toMatch(message);
    expect(err.trimEnd()).not.toContain("\n");
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(await readdir(cwd)).toEqual([]);
  });

  test.each([
    ["--filter grokfast-ma:1000000000000", /^this run takes .* of memory at least/],
    ["--task cyclic:7 --runs /dev/null", /^could not make \/dev\/null\/cyclic-7-/],
  ])("%s: said after the prediction, in one line", async (words, message) => {
    const { code, err } = await here(words.split(" "), cwd);
    expect(err).toMatch(message);
    expect(err.split("\n")).toHaveLength(2);
    expect(code).toBe(2);
  });

  test("a damaged run folder", async () => {
    await here([...quick, "--steps", "20"], cwd);
    const [id] = await runs();
    await writeFile(join(cwd, "runs", id, "config.json"), '{"config":');
    for (const words of [
      ["resume", id],
      ["report", id],
      [...quick, "--steps", "20"],
    ]) {
      const { code, err } = await here(words, cwd);
      expect(err).toMatch(/^runs.*config\.json is damaged: .*\n$/);
      expect(code).toBe(2);
    }
    expect(await read(id, "config.json")).toBe('{"config":');
    const near = await here(["report", `${id}x`], cwd);
    expect(near.err).toContain(`did you mean ${id}?`);
  });

  test("a report that cannot be written: the outcome is told, and what is in the way", async () => {
    await here([...quick, "--steps", "20"], cwd);
    const [id] = await runs();
    const path = join(cwd, "runs", id, "report.html");
    await rm(path);
    await mkdir(path);
    for (const words of [
      ["report", id],
      [...quick, "--steps", "20"],
    ]) {
      const { code, out, err } = await here(words, cwd);
      expect(err).toBe(`could not write runs/${id}/report.html: it is a folder\n`);
      expect(out).toContain("Prediction and outcome");
      expect(code).toBe(2);
    }
  });

  test("a second process on the same run", async () => {
    const slow = [...long, "--width", "1024"];
    const first = start(slow, cwd);
    await first.says("step   0");
    const second = await here(slow, cwd);
    expect(second.code).toBe(2);
    const [id] = await runs();
    expect(second.err).toMatch(
      new RegExp(`^runs/${id} is in use by process ${first.child.pid}, says .*/${id}/lock; wait`),
    );
    expect(second.err.split("\n")).toHaveLength(2);
    first.child.kill();
    expect((await first.ended).code).toBe(143);
  });

  test("a run that diverges says at which step", async () => {
    const { code, err } = await here([...quick, "--learning-rate", "1e30"], cwd);
    expect(err).toMatch(
      /^training diverged: the train loss is \S+ at step \d+, (first|largest) in \S+/,
    );
    expect(code).toBe(1);
  });
});

describe("without training", () => {
  test("help names every command and option", async () => {
    const { code, out } = await here("--help", cwd);
    expect(code).toBe(0);
    for (const word of ["resume", "report", "predict", "tasks", "--fraction", "--runs"]) {
      expect(out).toContain(word);
    }
    for (const command of ["train", "resume", "report", "predict", "reproduce", "tasks"]) {
      const help = await here(`${command} --help`, cwd);
      expect(help.out).toContain(`grokscape ${command}`);
    }
  });

  test.each(["--version", "-v", "train --version"])("%s", async (words) => {
    const { version } = JSON.parse(
      await readFile(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect(await here(words, cwd)).toMatchObject({ code: 0, out: `${version}\n` });
  });

  test("help of a command, asked for in either way", async () => {
    const asked = await here("help measure", cwd);
    expect(await here("measure -h", cwd)).toEqual(asked);
    expect(asked.out).toMatch(/70 +a fault of this program/);
  });

  test("predict speaks in words, or gives every number", async () => {
    const words = await here("predict product:4,7", cwd);
    expect(words.out).toContain("What the theory says of this run");
    const { out } = await here("predict product:4,7 --json", cwd);
    expect(JSON.parse(out).featureCount.value).toBe(14);
  });

  test("tasks lists every family with an example", async () => {
    const { out } = await here("tasks", cwd);
    expect(out).toMatch(/cyclic:\d+ +addition modulo n/);
  });
});
