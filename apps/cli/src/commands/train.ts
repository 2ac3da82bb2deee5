import { join } from "node:path";
import { linksNamed, namesOf, runId } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { settingsWords } from "@grokscape/trainer/settings";
import type { Command, Options } from "../arguments/command.ts";
import { configFrom, configOptions, taskOperand } from "../run/config-options.ts";
import { engineNamed, engineOption } from "../run/engines.ts";
import { jsonOption } from "../run/result-json.ts";
import { runsOption } from "../run/run-folders.ts";
import { trainAndTell } from "../run/train-and-tell.ts";

const linksOption: Options = {
  links: {
    value: "name:numbers",
    says: "an optimiser of a plug-in, in place of --optimiser",
    group: settingsWords.en.group.optimiser,
  },
};

export const train: Command = {
  name: "train",
  says: "Train a network, see prediction and outcome side by side, get a report.",
  operand: taskOperand,
  options: { ...configOptions, ...linksOption, ...engineOption, ...runsOption, ...jsonOption },
  examples: [
    ["train", "Figure 3 of the paper: addition modulo 71 from 40 % of its table"],
    ["train --task dihedral:12 --seed 3", "the symmetries of a 12-gon"],
    ["train --preset nanda-2023 --seed 2", "a preset, and what is to differ from it"],
    ["train my:5 --plugin ./my-family.js", "a task of a plug-in"],
    ["train --fraction 0.1 --steps 500", "too few examples: it memorises and stays there"],
  ],
  async run(given) {
    const config = configFrom(given);
    const { engine: named, links: asked, runs = "runs", json } = given.options;
    const links = asked === undefined ? undefined : linksNamed(asked);
    const engine = named
      ? await engineNamed(named, config, links)
      : await fastestEngine({ ...config, links });
    const names = namesOf(links);
    const folder = join(runs, runId(config, engine, names));
    return trainAndTell(folder, config, engine, names, !!json);
  },
};
