import { names } from "../contestants/names.ts";
import { absenceTable, brief, table } from "../report.ts";
import type { CardResults } from "./results.ts";

/** A race on a card as Markdown. */
export function markdownOfCard(results: CardResults): string {
  const { command, machine, card, date, timings, absences } = results;
  const stepOf = (configuration: string) =>
    timings.find((one) => one.configuration === configuration && one.contestant === names.card)
      ?.step.median;
  const rows = timings.map(({ configuration, contestant, threads, step, evaluation, rate }) => {
    const ours = stepOf(configuration);
    return [
      ...[configuration, contestant, threads, brief(step.median), brief(evaluation.median)],
      ...[brief(rate), ours === undefined ? "–" : `${brief(step.median / ours)}×`],
    ];
  });
  const head = ["", "engine", "threads", "step, median ms", "evaluation, median ms", "GFLOP/s"];
  const parts = [table([...head, "of our step on the card"], rows)];
  if (absences.length > 0) parts.push(absenceTable(absences));
  parts.push(`\`${command}\`, ${card ?? "no card"}; ${machine}; ${date}.`);
  if (card && /swiftshader|llvmpipe|software/i.test(card)) {
    parts.push("This card is software: its times tell nothing about a real one.");
  }
  return parts.join("\n\n");
}
