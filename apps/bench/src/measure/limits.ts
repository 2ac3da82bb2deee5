/*
 * What a core can do with 128-bit registers at most: sums that stay in registers, so many of them
 * side by side that no instruction waits for another. The module is put together here byte by byte,
 * since a compiler might add instructions or remove some.
 */

/** Operations a second, in GFLOP/s; `fused` is null where relaxed SIMD is missing. */
export interface Limits {
  /** A product, then a sum. */
  readonly separate: number;
  /** Both in one instruction. */
  readonly fused: number | null;
}

const sums = 12;
const lanes = 4;
/** Short enough that the machine seldom interrupts it. */
const rounds = 100_000;
const runs = 20;
/** Milliseconds. */
const warmUp = 200;
const operations = rounds * sums * lanes * 2;

const i32 = 0x7f;
const v128 = 0x7b;
const localGet = 0x20;
const localSet = 0x21;
const localTee = 0x22;
const end = 0x0b;
const simd = 0xfd;
const multiply = [simd, 0xe6, 0x01];
const add = [simd, 0xe4, 0x01];
const multiplyAdd = [simd, 0x85, 0x02];
const splat = [simd, 0x13];

const local = (i: number, access: number) => [access, i];
const x = sums + 1;
const y = sums + 2;

/** sum ← sum·x + y, which stays near 1. */
const separate = (sum: number) => [
  ...[...local(sum, localGet), ...local(x, localGet), ...multiply],
  ...[...local(y, localGet), ...add, ...local(sum, localSet)],
];
/** sum ← x·y + sum, which is rounded once, so that nothing can be taken out of the loop. */
const fused = (sum: number) => [
  ...[...local(x, localGet), ...local(y, localGet), ...local(sum, localGet)],
  ...[...multiplyAdd, ...local(sum, localSet)],
];

const float = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];

/** An unsigned number in the format's variable length. */
function length(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...length(value >> 7)];
}

const section = (id: number, bytes: readonly number[]) => [id, ...length(bytes.length), ...bytes];

/** A module whose `run(rounds)` updates each sum once a round, and returns one value of their sum. */
function moduleOf(update: (sum: number) => number[]): Uint8Array<ArrayBuffer> {
  const all = Array.from({ length: sums }, (_, i) => i + 1);
  const body = [
    ...[0x01, ...length(sums + 2), v128],
    ...[...float(0.999), ...splat, ...local(x, localSet)],
    ...[...float(0.001), ...splat, ...local(y, localSet)],
    ...[0x03, 0x40],
    ...all.flatMap(update),
    // rounds ← rounds − 1; again unless 0
    ...[...local(0, localGet), 0x41, 0x01, 0x6b, ...local(0, localTee), 0x0d, 0x00, end],
    ...local(1, localGet),
    ...all.slice(1).flatMap((sum) => [...local(sum, localGet), ...add]),
    ...[simd, 0x1f, 0x00, end],
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [0x01, 0x60, 0x01, i32, 0x01, 0x7d]),
    ...section(3, [0x01, 0x00]),
    ...section(7, [0x01, 0x03, ...new TextEncoder().encode("run"), 0x00, 0x00]),
    ...section(10, [0x01, ...length(body.length), ...body]),
  ]);
}

type Run = (rounds: number) => number;

function runOf(update: (sum: number) => number[]): Run | undefined {
  const bytes = moduleOf(update);
  if (!WebAssembly.validate(bytes)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const run = exports.run as Run;
  // until it is compiled at its best, which happens beside and takes effect at the next call
  const begin = performance.now();
  while (performance.now() - begin < warmUp) run(rounds / 100);
  return run;
}

/** Takes about 10 ms each time it is asked. */
export function limitMeter(): () => Limits {
  const separateRun = runOf(separate);
  const fusedRun = runOf(fused);
  if (!separateRun) throw new Error("WebAssembly has no SIMD here");
  return () => ({
    separate: rateOf(separateRun),
    fused: fusedRun ? rateOf(fusedRun) : null,
  });
}

function rateOf(run: Run): number {
  let fastest = Infinity;
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    run(rounds);
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return operations / fastest / 1e6;
}

/** The most that was seen: whatever else the machine does only lowers what is measured. */
export function highest(limits: readonly Limits[]): Limits {
  const fused = limits.flatMap((limit) => limit.fused ?? []);
  return {
    separate: Math.max(...limits.map((limit) => limit.separate)),
    fused: fused.length > 0 ? Math.max(...fused) : null,
  };
}
