/** A changelog's entries: what changesets say, and once which of our other packages a version goes with. */
export default {
  getReleaseLine: async ({ summary }) =>
    summary
      .split("\n")
      .map((line, i) => `${i === 0 ? "- " : line && "  "}${line}`)
      .join("\n"),
  getDependencyReleaseLine: async (_changesets, dependencies) =>
    dependencies.length === 0
      ? ""
      : `- Goes with ${dependencies.map(({ name, newVersion }) => `${name} ${newVersion}`).join(", ")}.`,
};
