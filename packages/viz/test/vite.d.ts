declare module "*.svg?raw" {
  const text: string;
  export default text;
}

declare module "*.woff2?inline" {
  const url: string;
  export default url;
}

interface ImportMeta {
  glob(
    pattern: string,
    options: { query: string; import: "default"; eager: true },
  ): Record<string, unknown>;
}
