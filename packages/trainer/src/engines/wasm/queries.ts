import type { Dataset } from "@grokscape/group-datasets";
import { type Kernels, offsetOf } from "./kernels.ts";
import type { KernelMemory } from "./memory.ts";
import type { Runner } from "./runner.ts";

/** Answers for any data at the weights in memory, some examples at a time. */
export function queries(
  kernels: Kernels,
  memory: KernelMemory,
  runner: Runner,
): (data: Dataset) => Uint16Array {
  const most = kernels.QUERY.value;
  const results = offsetOf(kernels.queryLabels) / 4;
  return (data) => {
    const answers = new Uint16Array(data.count);
    for (let from = 0; from < data.count; from += most) {
      const to = Math.min(from + most, data.count);
      memory.writeExamples(data, from, to, offsetOf(kernels.queryOperands));
      kernels.setQueryRows(to - from);
      runner.run(kernels.QUERY_ANSWERS.value);
      answers.set(memory.integers.subarray(results, results + to - from), from);
    }
    return answers;
  };
}
