import { InputError } from "@grokscape/group-datasets";
import { mustBe, number } from "@grokscape/group-datasets/forms";
import type { Words } from "../statements/locale.ts";

/**
 * A network's held-out accuracy beside the best that any learner could do, in words.
 *
 * @param bestAccuracy of `knowable`, in [0, 1]
 * @param accuracy in [0, 1]
 * @throws InputError outside of that
 */
export function besideBest(bestAccuracy: number, accuracy: number): Words {
  for (const [name, share] of Object.entries({ bestAccuracy, accuracy })) {
    mustBe(name, number, share);
    if (!(share >= 0 && share <= 1)) {
      throw new InputError(`${name} ${share} lies outside [0, 1]`, "0.973 is 97.3 %");
    }
  }
  const [best, own] = [bestAccuracy, accuracy].map((share) => (100 * share).toFixed(1));
  return {
    en: `the best any learner could do with these examples: ${best} %; this network: ${own} %`,
    "zh-cn": `用这些样本，任何学习者至多能达到 ${best} %；本网络：${own} %`,
  };
}
