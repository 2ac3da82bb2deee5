import type { Options } from "./command.ts";
import { nearest } from "./nearest.ts";

/**
 * What others call our options: in PyTorch, Keras, scikit-learn and Hugging Face, in the code of papers
 * on grokking, and in a `RunConfig`. Beside an option may stand how its value is written.
 */
const optionsMeant: Readonly<Record<string, string>> = {
  "task cyclic:<n>": "p modulus mod prime",
  task: "dataset data problem group operation operator math-operator",
  fraction:
    "frac frac-train train-frac train-fraction training-fraction train-ratio train-size train-split split train-data-pct data-fraction",
  count: "n n-train num-train train-count samples n-samples num-samples examples num-examples",
  multiple: "critical-multiple",
  seed: "random-seed random-state rng manual-seed init-seed",
  preset: "config recipe experiment",
  loss: "criterion objective loss-fn loss-function",
  optimiser: "optimizer optim opt solver optimizer-name",
  "learning-rate":
    "lr eta step-size stepsize alpha base-lr max-lr peak-lr init-lr learning-rate-init",
  "weight-decay": "wd decay lambda weight-decay-rate l2-penalty",
  beta1: "beta betas beta-1 adam-beta1 b1",
  beta2: "beta-2 adam-beta2 b2",
  epsilon: "eps adam-eps adam-epsilon",
  schedule: "scheduler lr-scheduler lr-schedule lr-scheduler-type lr-decay anneal-lr",
  "warm-up": "warmup warmup-steps warm-up-steps num-warmup-steps warmup-iters warmup-epochs",
  batch:
    "bs batch-size batchsize minibatch mini-batch train-batch-size per-device-train-batch-size",
  "filter clip:<norm>":
    "clip clip-norm grad-clip clip-grad clip-grad-norm max-grad-norm gradient-clip gradient-clip-val gradient-clip-norm",
  "filter grokfast-ema": "grokfast ema",
  filter: "gradient-filter gradient-filters",
  l1: "l1-reg l1-lambda l1-penalty lasso",
  l2: "l2-reg l2-lambda",
  steps:
    "epochs epoch n-epochs num-epochs max-epochs num-train-epochs iterations iteration iters iter n-iter max-iter max-iters num-iterations max-steps num-steps n-steps train-steps updates",
  "evaluate-every":
    "eval-every eval-steps eval-interval eval-freq eval-frequency log-every log-interval log-freq logging-steps val-every",
  "until-end": "goal early-stopping no-early-stopping patience run-to-end",
  model: "net network arch architecture model-type",
  width:
    "k hidden hidden-size hidden-dim hidden-units hidden-nodes hidden-features hidden-width hidden-layer-sizes num-hidden n-hidden units neurons nodes dim d-model model-dim n-embd embed-dim embedding-dim embedding-size d-hidden",
  "mlp-width": "d-mlp mlp-dim d-ff ff-dim ffn-dim dim-feedforward intermediate-size n-inner",
  layers:
    "depth n-layers n-layer num-layers num-hidden-layers hidden-layers n-blocks num-blocks blocks",
  heads: "n-heads n-head nhead num-heads num-attention-heads attention-heads",
  activation:
    "act act-fn activation-fn activation-function hidden-act nonlinearity non-linearity nonlin",
  bias: "use-bias biases",
  "batch-norm": "bn batchnorm use-batch-norm",
  "layer-norm": "ln layernorm use-layer-norm norm normalization",
  "init-scale": "init initializer-range init-std weight-scale weight-init-scale",
  engine: "device backend gpu cuda cpu",
  save: "out output output-file save-to",
  runs: "out output output-dir out-dir log-dir logdir save-dir run-dir dir folder path default-root-dir checkpoint-dir",
  only: "measure measures metric metrics",
  step: "steps epoch epochs checkpoint checkpoints",
  beside: "with against compare compare-with other",
  seeds: "n-seeds num-seeds repeats repetitions trials n-trials",
  threads: "jobs n-jobs workers num-workers n-workers parallel cores max-workers",
  json: "format output-format as-json",
};

/** What there is no option for. */
const said: Readonly<Record<string, string>> = {
  dropout: "no network here has dropout.",
  resume: "a run goes on by the command resume <run>.",
};

const commandsMeant: Readonly<Record<string, string>> = {
  train: "run fit start learn training",
  resume: "continue restart go-on",
  report: "show view plot html summary",
  measure: "eval evaluate analyse analyze inspect metrics test",
  predict: "theory prediction forecast explain",
  reproduce: "sweep preset presets replicate claims benchmark",
  tasks: "list ls datasets families groups task",
};

/**
 * What a person may have meant by an option that is not there, as a hint.
 *
 * @param written as it was, with its dashes
 * @returns undefined if nothing is near
 */
export function meantOption(written: string, options: Options): string | undefined {
  const name = ourForm(written.replace(/^-+/, ""));
  if (Object.hasOwn(said, name)) return said[name];
  const has = (option: string) => Object.hasOwn(options, option);
  const positive = /^no-(.*)/.exec(name)?.[1];
  if (positive && has(positive) && options[positive].value === "yes|no") {
    return `did you mean --${positive} no?`;
  }
  const meant = has(name)
    ? name
    : (byMeaning(name, optionsMeant, has) ?? nearest(name, Object.keys(options)));
  return meant && `did you mean --${meant}?`;
}

/** The command that a word means, or is a slip of the pen from. */
export const meantCommand = (word: string, names: readonly string[]): string | undefined =>
  byMeaning(ourForm(word), commandsMeant, () => true) ?? nearest(word, names);

function byMeaning(
  name: string,
  table: Readonly<Record<string, string>>,
  has: (ours: string) => boolean,
): string | undefined {
  const entry = Object.entries(table).find(
    ([ours, others]) => has(ours.split(" ")[0]) && others.split(" ").includes(name),
  );
  return entry?.[0];
}

/** "optimiser.weightDecay" and "weight_decay" as we write options: "weight-decay". */
function ourForm(name: string): string {
  const last = name.split(".").at(-1) as string;
  return last
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
