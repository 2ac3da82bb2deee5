import type { RunConfig } from "@grokscape/trainer";
import type { LiveRun } from "../live/live-run.ts";

/** Gives the reader a file. */
function save(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const nameOf = ({ task, seed }: RunConfig) =>
  `grokscape-${task.replace(/[^\w]+/g, "-")}-seed-${seed}`;

/** The weights at the last look, as a safetensors file with the run's config in it. */
export async function saveWeights({ weights, record }: LiveRun, config: RunConfig): Promise<void> {
  if (!weights) return;
  const { encodeSafetensors } = await import("@grokscape/trainer");
  const file = encodeSafetensors({
    tensors: weights,
    metadata: {
      config: JSON.stringify(config),
      step: String(record.metrics.at(-1)?.step ?? 0),
    },
  });
  save(`${nameOf(config)}.safetensors`, file as BlobPart, "application/octet-stream");
}

/** The run as plain data. */
export function saveRun({ record, engine, takenOver }: LiveRun, config: RunConfig): void {
  const json = JSON.stringify({ config, engine, takenOver, ...record });
  save(`${nameOf(config)}.json`, json, "application/json");
}

export function savePicture(svg: SVGSVGElement, config: RunConfig): void {
  save(`${nameOf(config)}.svg`, standalone(svg), "image/svg+xml");
}

/** The picture as it is seen, at twice its size. */
export async function savePixels(svg: SVGSVGElement, config: RunConfig): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(standalone(svg))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: 2 * width,
    height: 2 * height,
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob) save(`${nameOf(config)}.png`, blob, "image/png");
}

/** The picture with the colours of the page it was taken from. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  const page = getComputedStyle(svg);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  for (const name of [
    "--grok-train",
    "--grok-test",
    "--grok-ink",
    "--grok-muted",
    "--grok-grid",
    "--grok-theory",
    "--grok-train-text",
    "--grok-test-text",
  ]) {
    copy.style.setProperty(name, page.getPropertyValue(name));
  }
  copy.style.setProperty("--grok-background", page.getPropertyValue("--paper"));
  copy.style.setProperty("--grok-font", "sans-serif");
  return new XMLSerializer().serializeToString(copy);
}
