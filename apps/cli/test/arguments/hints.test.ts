import { nearest } from "@grokscape/experiments";
import { describe, expect, test } from "vitest";
import { meantCommand } from "../../src/arguments/meant.ts";
import { parse } from "../../src/arguments/parse.ts";
import { commands } from "../../src/commands/index.ts";

const names = commands.map(({ name }) => name);

function said(words: string): string {
  const [name, ...rest] = words.split(" ");
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  try {
    parse(command, rest);
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing";
}

describe("an option that is not there", () => {
  test.each([
    ["train --lr 0.1", "--learning-rate"],
    ["train --learning_rate=0.1", "--learning-rate"],
    ["train --wd 1", "--weight-decay"],
    ["train --optimizer.weight_decay 1", "--weight-decay"],
    ["train --until-end", "--goal none"],
    ["train --epochs 100", "--steps"],
    ["train --max_steps 100", "--steps"],
    ["train --bs 32", "--batch"],
    ["train --batch_size 32", "--batch"],
    ["train --optimizer adam", "--optimiser"],
    ["train --hidden_size 64", "--width"],
    ["train --d_model 64", "--width"],
    ["train --num_attention_heads 4", "--heads"],
    ["train --n_layers 2", "--layers"],
    ["train --intermediate-size 256", "--mlp-width"],
    ["train --max_grad_norm 1", "--filter clip:<norm>"],
    ["train --random-state 3", "--seed"],
    ["train --prime 97", "--task cyclic:<n>"],
    ["train --train_data_pct 50", "--fraction"],
    ["train --output-dir here", "--runs"],
    ["train --no-bias", "--bias no"],
    ["train -task cyclic:7", "--task"],
    ["train --wdith 64", "--width"],
    ["train --frac 0.4", "--fraction"],
    ["predict --lr 0.1", "--learning-rate"],
    ["reproduce tian-fig3 --jobs 2", "--threads"],
    ["reproduce tian-fig3 --output a.json", "--save"],
    ["measure run --epoch 50", "--step"],
    ["measure run --metrics norms", "--only"],
  ])("%s: %s is meant", (words, meant) => {
    const { name } = commands.find(({ name }) => words.startsWith(name)) ?? commands[0];
    const [written] = (/ (-\S+?)(=| |$)/.exec(words) as RegExpExecArray).slice(1);
    expect(said(words)).toBe(
      `unknown option ${written}; did you mean ${meant}? grokscape ${name} --help lists all`,
    );
  });

  test.each([
    "tasks --nope",
    "train --frobnicate 3",
    "train --constructor",
    "train --__proto__",
    "train --toString=3",
    "train -x",
    "train -1",
    "resume run --steps 3",
  ])("%s: nothing is near", (words) => {
    expect(said(words)).toMatch(/^unknown option -\S+; grokscape \w+ --help lists all$/);
  });

  test("what there is no option for", () => {
    expect(said("train --dropout 0.1")).toMatch(/; no network here has dropout\. grokscape/);
    expect(said("train --resume x")).toMatch(/; a run goes on by the command resume <run>\. /);
  });
});

describe("a value", () => {
  test.each([
    ["train --seed", "--seed needs a value; --seed <s>"],
    ["train --runs --seed 3", "--runs needs a value; --runs <folder>"],
    ["train --runs=", "--runs needs a value; --runs <folder>"],
    ["train --json=yes", '--json takes no value, got "yes"'],
    ["train --learning-rate -0.1", "nothing"],
    ["train --learning-rate=-0.1", "nothing"],
    ["train --runs=--odd", "nothing"],
    ["resume ", "resume needs a run; its id, or the path of its folder"],
    ["tasks -- --seed", '"--seed" is one word too many; grokscape tasks --help shows its use'],
  ])("%s: %s", (words, message) => {
    expect(said(words)).toBe(message);
  });

  test("a negative one is kept", () => {
    expect(parse(commands[0], ["--learning-rate", "-0.1"]).options["learning-rate"]).toBe("-0.1");
  });
});

test.each([
  ["run", "train"],
  ["trian", "train"],
  ["fit", "train"],
  ["continue", "resume"],
  ["evaluate", "measure"],
  ["ls", "tasks"],
  ["multirun", "sweep"],
])("the command %s is %s", (word, meant) => {
  expect(meantCommand(word, names)).toBe(meant);
});

test.each(["frobnicate", "constructor", "", "x"])("no command is near %s", (word) => {
  expect(meantCommand(word, names)).toBeUndefined();
});

test("a slip of the pen is near, another word is not", () => {
  expect(nearest("seeed", ["seed", "steps"])).toBe("seed");
  expect(nearest("nope", ["runs", "json"])).toBeUndefined();
  expect(nearest("lr", ["l1", "l2"])).toBe("l1");
});
