/**
 * How this program was started, so that what it tells people to type works where they are.
 *
 * @param words the command and what follows it, as a shell takes them
 */
export function invocation(words: readonly string[]): string[] {
  const [command, ...rest] = words;
  const { npm_lifecycle_event: script, npm_command: npm } = process.env;
  if (script !== "start") {
    const isNpx = script === "npx" || npm === "exec";
    return [...(isNpx ? ["npx"] : []), "grokscape", command, ...rest];
  }
  const told = command === "train" ? rest : [command, ...rest];
  return ["npm", "start", ...(told.length > 0 ? ["--", ...told] : [])];
}

/** The same in one line. */
export const typed = (words: readonly string[]): string => invocation(words).join(" ");

/** A word as a shell takes it for one: in quotes if it holds a blank or what else means something. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
