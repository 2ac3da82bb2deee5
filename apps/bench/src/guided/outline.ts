import type { Course } from "@grokscape/experiments";

/** A task, with all fractions and methods of its courses by name. */
export interface Outline {
  readonly task: string;
  readonly fractions: readonly number[];
  readonly methods: readonly string[];
}

/** What all courses of a task have together. */
export function outline(courses: readonly Course[]): readonly Outline[] {
  return [...new Set(courses.map(({ task }) => task))].map((task) => {
    const same = courses.filter((course) => course.task === task);
    const fractions = new Set(same.flatMap((course) => course.fractions));
    return {
      task,
      fractions: [...fractions].sort((a, b) => b - a),
      methods: same.flatMap((course) => course.methods.map(({ name }) => name)),
    };
  });
}
