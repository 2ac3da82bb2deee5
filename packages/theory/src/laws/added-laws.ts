import { InputError } from "@grokscape/group-datasets";
import {
  callable,
  list,
  mustBe,
  number,
  orNull,
  record,
  text,
} from "@grokscape/group-datasets/forms";
import { scalingLaws } from "./laws.ts";
import { checkedLaw, type LawConfig, type LawPrediction, type ScalingLaw } from "./scaling-law.ts";

const added: ScalingLaw[] = [];

/** Our laws, and those that a program has added. */
export const knownLaws = (): readonly ScalingLaw[] => [...scalingLaws, ...added];

const words = record({ en: text, "zh-cn": text });
const form = record({
  id: text,
  title: words,
  says: words,
  citation: record({ title: text, reference: text }),
  constants: record({}),
  predict: callable,
  fit: callable,
});
const told = record({ criticalCount: orNull(number), grokStep: orNull(number) });

/** That of Figure 3 of the paper. */
const probe: LawConfig = {
  classes: 71,
  size: 5041,
  largestDegree: 1,
  cyclic: true,
  count: 2016,
  width: 2048,
  learningRate: 1e-3,
  weightDecay: 2e-4,
};

/**
 * Lets laws of your own speak beside ours: in every prediction, and of borders that were measured.
 *
 * @returns what takes them away again
 * @throws InputError for what is no law, says what no law may say, or has an id that another one has
 */
export function addLaws(laws: readonly ScalingLaw[]): () => void {
  mustBe("laws", list(form), laws);
  const own = laws.map(kept);
  for (const [i, law] of own.entries()) {
    const { id } = law;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
      throw new InputError(`a law's id is lower-case letters, digits and hyphens, got "${id}"`);
    }
    if ([...knownLaws(), ...own.slice(0, i)].some((other) => other.id === id)) {
      throw new InputError(`there is a law ${id} already`, "give yours another id");
    }
    law.predict(probe);
    mustBe(`the law ${id} fitted to no runs`, form, law.fit([]));
  }
  added.push(...own);
  return () => {
    for (const law of own) added.splice(added.indexOf(law), 1);
  };
}

/** A law that fails, or says what no law may say, is named. */
function kept(law: ScalingLaw): ScalingLaw {
  const saying = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError(`the law ${law.id} fails: ${Object(error).message ?? error}`);
    }
  };
  return checkedLaw({
    ...law,
    predict(...of): LawPrediction {
      const said = saying(() => law.predict(...of));
      mustBe(`what the law ${law.id} says`, told, said);
      return said;
    },
    fit: (runs) => {
      const fitted = saying(() => law.fit(runs));
      return fitted === law ? law : fitted;
    },
  });
}
