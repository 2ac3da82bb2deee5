/** How this program was started, so that what it tells people to type works where they are. */
export function invocation(words: string): string {
  const [command, ...rest] = words.split(" ");
  const told = command === "train" ? rest.join(" ") : words;
  if (process.env.npm_lifecycle_event !== "start") return `grokscape ${words}`;
  return told === "" ? "npm start" : `npm start -- ${told}`;
}
