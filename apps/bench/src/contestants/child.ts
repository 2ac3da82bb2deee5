import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Contestant } from "./contestant.ts";
import type { Answers, Greeting, Question, Questions } from "./protocol.ts";

/** A contestant's running process. */
export interface Child {
  readonly greeting: Greeting;
  /** Rejects if the contestant cannot do it, or has ended. */
  ask<Q extends Question>(question: Q, told: Questions[Q]): Promise<Answers[Q]>;
  /** Ends the process, and waits until it has ended. */
  end(): Promise<void>;
}

/** Starts a contestant's process and waits for its greeting. */
export async function startChild({ command, args }: Contestant): Promise<Child> {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
  let complaint = "";
  let reasonOfEnd: string | undefined;
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      reasonOfEnd = error.message;
      resolve();
    });
    child.once("close", (code, signal) => {
      reasonOfEnd ??= `ended with ${signal ?? code}. ${complaint.trim().split("\n").at(-1) ?? ""}`;
      resolve();
    });
  });
  child.stdin.on("error", () => {}); // an ended process says why by its end
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function nextLine<Line>(): Promise<Line> {
    const next = await Promise.race([lines.next(), ended.then(() => undefined)]);
    if (!next || next.done) {
      await ended;
      throw new Error(reasonOfEnd);
    }
    return JSON.parse(next.value);
  }

  const greeting = await nextLine<Greeting>().catch(
    (error): Greeting => ({ absent: `${command}: ${error.message}` }),
  );
  return {
    greeting,
    async ask(question, told) {
      child.stdin.write(`${JSON.stringify({ ask: question, ...told })}\n`);
      const answer = await nextLine<Answers[typeof question] | { error: string }>();
      if ("error" in answer) throw new Error(answer.error);
      return answer;
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
