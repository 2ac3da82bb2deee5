import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";

const read = (path: string) => readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8");
const guide = (language: string) => read(`content/docs/${language}/guides/many-machines.mdx`);
const sweeps = (language: string) => read(`content/docs/${language}/guides/sweeps.mdx`);
/** What is to be typed or printed; comments are in the guide's language. */
const blocks = (text: string) =>
  [...text.matchAll(/```\w+\n(.*?)```/gs)].map(([, block]) => block.replaceAll(/ +# .*$/gm, ""));

test("both languages show the same", () => {
  for (const text of [guide, sweeps]) expect(blocks(text("zh-cn"))).toEqual(blocks(text("en")));
});

const compose = parse(read("many-machines/compose.yaml"), { merge: true });
const kubernetes = parseAllDocuments(read("many-machines/kubernetes.yaml")).map((one) =>
  one.toJS(),
);

test("compose's services and Kubernetes' objects are those that the guide speaks of", () => {
  expect(Object.keys(compose.services)).toEqual(["queue", "worker", "sweep"]);
  expect(compose.services.worker).toMatchObject({
    image: "node:24-slim",
    environment: { GROKSCAPE_QUEUE: expect.stringMatching(/^redis:.*@queue:6379$/) },
  });
  expect(kubernetes.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    "Service grokscape-queue",
    "StatefulSet grokscape-queue",
    "Job grokscape-workers",
  ]);
});

test("no password is a word of a command", () => {
  const [, { spec: server }, { spec: workers }] = kubernetes;
  const commands = [
    ...Object.values<{ command: string[] }>(compose.services).map(({ command }) => command),
    ...[server, workers].map(({ template }) => template.spec.containers[0].args),
  ].map((words) => words.join(" "));
  for (const command of commands) {
    expect(command).not.toMatch(/--requirepass|--pass/);
    expect(command).not.toContain("redis://:");
  }
});
