import type { Example, Task } from "@grokscape/group-datasets";
import type { Locale, Words } from "../statements/locale.ts";
import type { Deduction } from "./deduction.ts";
import { written } from "./written.ts";

/** An example with what a proof does with it. */
interface Told extends Example {
  readonly times: number | null;
}

interface Phrases {
  readonly list: (pairs: readonly string[]) => string;
  readonly repeated: (pair: string, times: number) => string;
  readonly equations: (
    added: string,
    taken: string,
    modulus: number | null,
    left: string,
  ) => string;
  readonly quadrangles: (pairs: string, left: string) => string;
  readonly transposes: (pairs: string, left: string) => string;
  readonly operations: (pairs: string, left: string) => string;
  readonly related: (pairs: string, left: string) => string;
}

const listIn = (locale: Locale) => {
  const format = new Intl.ListFormat(locale, { type: "conjunction" });
  return (pairs: readonly string[]) => format.format(pairs);
};

const phrases: Readonly<Record<Locale, Phrases>> = {
  en: {
    list: listIn("en"),
    repeated: (pair, times) => `${pair} (${times} times)`,
    equations: (added, taken, modulus, left) =>
      `Read every pair as row + column = answer. Add ${added}${taken === "" ? "" : `; take away ${taken}`}. All else cancels${modulus === null ? "" : `, counted modulo ${modulus},`} and ${left} remains.`,
    quadrangles: (pairs, left) =>
      `In a group's table two quadrangles that agree in three corners agree in the fourth. With ${pairs} this gives ${left}.`,
    transposes: (pairs, left) => `The operands may change places, so ${pairs} gives ${left}.`,
    operations: (pairs, left) => `By its own examples alone, ${pairs} leave nothing but ${left}.`,
    related: (pairs, left) =>
      `Both operations are of the same elements, so ${pairs} leave nothing but ${left}.`,
  },
  "zh-cn": {
    list: (pairs) => pairs.join("、"),
    repeated: (pair, times) => `${pair}（${times} 次）`,
    equations: (added, taken, modulus, left) =>
      `把每一对读作「行 + 列 = 答案」。把 ${added} 相加${taken === "" ? "" : `，再减去 ${taken}`}。其余各项${modulus === null ? "" : `（按模 ${modulus} 计）`}全部抵消，剩下 ${left}。`,
    quadrangles: (pairs, left) =>
      `在群的乘法表里，两个四角若有三角相同，第四角也相同。由 ${pairs} 便得 ${left}。`,
    transposes: (pairs, left) => `运算数可以交换，所以由 ${pairs} 得 ${left}。`,
    operations: (pairs, left) => `只看这种运算自己的样本，由 ${pairs} 便只能是 ${left}。`,
    related: (pairs, left) => `两种运算的元素相同，所以由 ${pairs} 便只能是 ${left}。`,
  },
};

/**
 * A proof in a few words of every language.
 *
 * @param modulus what the numbers of times count modulo; null if all cancels as it is
 */
export function proofWords(
  task: Task,
  by: Deduction["by"],
  steps: readonly Told[],
  result: Example,
  modulus: number | null,
): Words {
  const { symbol = String, answer = symbol } = task;
  const pair = (example: Example) => written(task, example, symbol, answer);
  const say = (locale: Locale): string => {
    const { list, repeated, equations, ...others } = phrases[locale];
    const left = pair(result);
    const told = (chosen: readonly Told[]) =>
      list(
        chosen.map((step) => {
          const times = Math.abs(step.times ?? 1);
          return times === 1 ? pair(step) : repeated(pair(step), times);
        }),
      );
    if (by !== "equations" && by !== "coverage") return others[by](told(steps), left);
    const [added, taken] = [1, -1].map((sign) =>
      told(steps.filter(({ times }) => Math.sign(times ?? 0) === sign)),
    );
    return equations(added, taken, modulus, left);
  };
  return { en: say("en"), "zh-cn": say("zh-cn") };
}
