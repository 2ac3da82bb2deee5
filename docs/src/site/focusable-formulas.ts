interface Node {
  readonly children?: readonly Node[];
  readonly properties?: { className?: unknown; tabIndex?: number };
}

/** A rehype plug-in: on a small screen a long formula scrolls, and a keyboard must be able to reach it. */
export const focusableFormulas = () => (tree: object) => {
  const visit = ({ children, properties }: Node): void => {
    const names = properties?.className;
    if (Array.isArray(names) && names.includes("katex-display")) properties!.tabIndex = 0;
    children?.forEach(visit);
  };
  visit(tree as Node);
};
