import type { Message } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import type { LeakedGradient } from "@grokscape/theory";
import type { MetricRow, Milestones, RunConfigInput, RunRecord } from "@grokscape/trainer";
import {
  connectTraining,
  type RemoteRun,
  type RemoteTraining,
  type TakenOver,
  type Wish,
} from "@grokscape/trainer/worker";
import { type Turn, takeTurns } from "./attention.ts";
import { eased, type Pace } from "./pace.ts";
import type { SiteReadings } from "./readers.ts";

/** What to look at besides the predictions. */
export type SiteWish = Wish<SiteReadings>;

export type RunState = "idle" | "loading" | "running" | "paused" | "finished" | "failed";

/** A run in progress, as far as it has come. A `RunRecord` draws the same way. */
export interface LiveRecord extends Pick<Milestones, "memorisedAt" | "generalisedAt"> {
  readonly metrics: readonly MetricRow[];
}

/** G_F at a step. */
export interface GradientRow extends LeakedGradient {
  readonly step: number;
}

/** The shortest message found for the network of a step. */
export interface MessageRow extends Message {
  readonly step: number;
}

/** Milliseconds for which the worker trains before it answers, though fewer rows were measured than are due. */
const patience = 50;
/** Milliseconds between two looks at the network itself, and between two changes that are told of. */
const glance = 75;

/** Trains one run after another in a worker, while its figure has the reader's attention. */
export class LiveRun {
  state: RunState = "idle";
  record: LiveRecord | RunRecord = emptyRecord;
  /** The class predicted for each example; empty before the first look. */
  predictions: Uint16Array = new Uint16Array();
  /** The weights at the last look, if they are wished for. */
  weights?: Tensors;
  /** One for each look, if they are wished for. */
  gradients: readonly GradientRow[] = [];
  /** One for each of the steps at which they are wished for, and one at the end. */
  messages: readonly MessageRow[] = [];
  /** Name of the engine that trains. */
  engine = "";
  /** The graphics card that trains, in words; null for the processor. */
  card: string | null = null;
  /** If a run that began on the card went on on the processor. */
  takenOver?: TakenOver;
  error = "";
  /** Whether rows are under way, which come even after a pause. */
  busy = false;
  /** Takes effect with the next start or resume. */
  pace: () => Pace = () => eased();
  /** The card that the next run is to train on. */
  chooseCard: () => Promise<string | null> = async () => null;

  readonly #changed: () => void;
  readonly #wishes: readonly SiteWish[];
  readonly #messageAt?: ReadonlySet<number>;
  readonly #turns: Turn;
  #training?: RemoteTraining<SiteReadings>;
  #trainsOnCard = false;
  #run?: RemoteRun<SiteReadings>;
  /** Tells a loop that its run is no longer the present one. */
  #turn = 0;
  #attended = true;
  #inBackground = false;
  #wake?: () => void;
  #looked = Number.NEGATIVE_INFINITY;

  /**
   * @param figure on whose being seen it depends
   * @param changed called after each change of the state, and a few times a second while rows come in
   * @param wishes what to look at besides the predictions
   * @param messageAt steps at which the shortest message is looked for, as it is at the end, of runs
   *   measured at every step; never unless given. Training waits for it.
   */
  constructor(
    figure: Element,
    changed: () => void,
    wishes: readonly SiteWish[] = [],
    messageAt?: ReadonlySet<number>,
  ) {
    this.#changed = changed;
    this.#wishes = wishes;
    this.#messageAt = messageAt;
    this.#turns = takeTurns(figure, (attended) => {
      if (attended === this.#attended) return;
      this.#attended = attended;
      if (attended) this.#wake?.();
      if (this.state === "running") this.#changed();
    });
  }

  /** Whether it waits until its figure is looked at, or another's run has ended. */
  get waits(): boolean {
    return this.state === "running" && !this.#attended && !this.#inBackground;
  }

  /** Whether it trains on though its figure is not looked at, and another's run is under way. */
  set inBackground(wanted: boolean) {
    this.#inBackground = wanted;
    this.#wake?.();
    this.#changed();
  }

  /** Starts anew, from the config's own initial weights. */
  async start(config: RunConfigInput): Promise<void> {
    await this.#guard(async (turn) => {
      if (await this.#opened(config, turn)) await this.#loop(turn);
    });
  }

  /** Makes one measured step and pauses. @param config for a run that has not begun */
  async step(config: RunConfigInput): Promise<void> {
    if (this.state === "running") return this.pause();
    if (this.state === "paused") {
      const turn = this.#turn;
      await this.#caught(turn, () => this.#advance(turn, 1));
    } else {
      await this.#guard(async (turn) => {
        if (!(await this.#opened(config, turn))) return;
        this.state = "paused";
        await this.#advance(turn, 1);
        if (turn === this.#turn) this.#changed();
      });
    }
  }

  pause(): void {
    if (this.state === "running") this.#become("paused");
  }

  async resume(): Promise<void> {
    if (this.state !== "paused") return;
    const turn = this.#turn;
    await this.#caught(turn, () => this.#loop(turn));
  }

  /** Forgets the run. */
  reset(): void {
    this.#turn++;
    this.#run?.close().catch(() => {});
    this.#run = undefined;
    this.busy = false;
    this.record = emptyRecord;
    this.predictions = new Uint16Array();
    this.weights = undefined;
    this.gradients = [];
    this.messages = [];
    this.card = null;
    this.takenOver = undefined;
    this.error = "";
    this.#become("idle");
  }

  dispose(): void {
    this.reset();
    this.#turns.leave();
    this.#end();
  }

  #guard(work: (turn: number) => Promise<void>): Promise<void> {
    this.reset();
    const turn = this.#turn;
    this.#become("loading");
    return this.#caught(turn, () => work(turn));
  }

  async #caught(turn: number, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error instanceof Error ? error.message : String(error);
      // a worker that could not be loaded never can; the next start tries another
      this.#end();
      this.#become("failed");
    }
  }

  async #opened(config: RunConfigInput, turn: number): Promise<boolean> {
    const card = await this.chooseCard();
    if (turn !== this.#turn) return false;
    const run = await this.#trainingOn(card !== null).open(config);
    if (turn !== this.#turn) return false;
    this.#run = run;
    this.engine = run.engine;
    this.card = card;
    return true;
  }

  #trainingOn(card: boolean): RemoteTraining<SiteReadings> {
    if (card !== this.#trainsOnCard) this.#end();
    this.#trainsOnCard = card;
    this.#training ??= connectTraining(
      card
        ? new Worker(new URL("./card.worker.ts", import.meta.url), { type: "module" })
        : new Worker(new URL("./training.worker.ts", import.meta.url), { type: "module" }),
    );
    return this.#training;
  }

  #end(): void {
    this.#training?.terminate();
    this.#training = undefined;
  }

  async #loop(turn: number): Promise<void> {
    const pace = this.pace();
    this.#become("running");
    const goesOn = () => this.state === "running" && turn === this.#turn;
    while (goesOn()) {
      const due = await pace.due(this.record.metrics.length);
      await this.#seen();
      if (goesOn()) await this.#advance(turn, Math.min(due, this.#untilMessage()));
    }
  }

  /** Rows until the next of the steps at which a message is looked for. */
  #untilMessage(): number {
    const step = this.record.metrics.at(-1)?.step ?? -1;
    const later = [...(this.#messageAt ?? [])].filter((at) => at > step);
    return Math.min(...later) - step;
  }

  async #advance(turn: number, most: number): Promise<void> {
    this.busy = true;
    try {
      await this.#measured(turn, most);
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  async #measured(turn: number, most: number): Promise<void> {
    const run = this.#run as RemoteRun<SiteReadings>;
    const { rows, milestones, record, takenOver } = await run.advance(most, patience);
    const due = this.state !== "running" || performance.now() - this.#looked > glance;
    const step = (record?.metrics ?? rows).at(-1)?.step ?? 0;
    const written = this.#messageAt?.has(step) || (record && this.#messageAt);
    const wishes: readonly SiteWish[] = written ? [...this.#wishes, "message"] : this.#wishes;
    const seen = record || due || written ? await run.look(wishes) : undefined;
    if (turn !== this.#turn) return;
    if (takenOver) this.#goBack(takenOver);
    this.record = record ?? { ...milestones, metrics: [...this.record.metrics, ...rows] };
    if (seen) {
      this.#looked = performance.now();
      this.predictions = seen.predictions;
      this.weights = seen.weights ?? this.weights;
      if (seen.gradient && step > (this.gradients.at(-1)?.step ?? -1)) {
        this.gradients = [...this.gradients, { step, ...seen.gradient }];
      }
      if (seen.message && step > (this.messages.at(-1)?.step ?? -1)) {
        this.messages = [...this.messages, { step, ...seen.message }];
      }
    }
    if (record) this.#become("finished");
    else if (seen) this.#changed();
  }

  /** Forgets what is measured anew, by the processor. */
  #goBack(takenOver: TakenOver): void {
    const before = <Row extends { readonly step: number }>(rows: readonly Row[]) =>
      rows.filter(({ step }) => step < takenOver.step);
    this.takenOver = takenOver;
    this.engine = takenOver.engine;
    this.card = null;
    this.record = { ...this.record, metrics: before(this.record.metrics) };
    this.gradients = before(this.gradients);
    this.messages = before(this.messages);
  }

  async #seen(): Promise<void> {
    while (!this.#attended && !this.#inBackground) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #become(state: RunState): void {
    this.state = state;
    this.#turns.want(state === "loading" || state === "running");
    this.#changed();
  }
}

const emptyRecord: LiveRecord = { metrics: [], memorisedAt: null, generalisedAt: null };
