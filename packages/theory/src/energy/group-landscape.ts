import { type Dataset, dataset, type FiniteGroup, groupTask } from "@grokscape/group-datasets";
import { mustBe, record } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";
import { type EnergyLandscape, energyLandscape, type LandscapeOptions } from "./landscape.ts";

/** All M² pairs of a group, as data. */
export function allPairs(group: FiniteGroup): Dataset {
  mustBe("group", aGroup, group);
  return dataset(groupTask(group.name, group));
}

/** The energy landscape of all M² pairs of a group, a weight vector being [a; b] of length 2M. */
export function groupLandscape(
  group: FiniteGroup,
  options: Partial<Omit<LandscapeOptions, "vocabulary" | "classes">> = {},
): EnergyLandscape {
  mustBe("group", aGroup, group);
  mustBe("options", record({}), options);
  const { activation = "quadratic", ...rest } = options;
  const { order } = group;
  return energyLandscape(allPairs(group), {
    vocabulary: order,
    classes: order,
    activation,
    ...rest,
  });
}
