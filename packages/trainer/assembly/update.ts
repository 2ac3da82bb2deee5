import { ADAM, ADAMW, GRADIENT_ONLY, MUON, SGD } from "./constants";
import * as settings from "./settings";

/*
 * A node that weight decay lets fade would go on through the smallest numbers there are, on which a
 * processor is a hundred times slower. Below these sizes, far below what a loss can feel, weights and
 * moments are 0.
 */
const smallestWeight: f32 = 1e-12;
const smallestMoment: f32 = 1e-18;
const smallestSquare: f32 = 1e-36;

/** x, or 0 in the lanes where it is smaller than a limit; NaN stays NaN. */
function orZero(x: v128, limit: f32): v128 {
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(limit)));
}

/**
 * One optimiser step on `bytes` of a weight tensor, from its gradient. Its moments lie `size` and
 * 2·`size` bytes after it. The arithmetic is that of the links of the same name.
 */
export function updateWeights(
  kind: i32,
  weights: usize,
  gradient: usize,
  size: usize,
  bytes: usize,
): void {
  if (kind === GRADIENT_ONLY) memory.copy(weights + size, gradient, bytes);
  else if (kind === SGD) updateBySgd(weights, gradient, size, bytes);
  else if (kind === MUON) keepDirection(weights, gradient, size, bytes);
  else if (kind === ADAM || kind === ADAMW) updateByAdam(kind, weights, gradient, size, bytes);
}

/** Muon's momentum, a moving average, and from it the direction whose polar factor will be taken. */
function keepDirection(weights: usize, gradient: usize, size: usize, bytes: usize): void {
  const mu = f32x4.splat(settings.momentum());
  const share = f32x4.splat(settings.momentumShare());
  const nesterov = settings.nesterov();
  for (let i: usize = 0; i < bytes; i += 16) {
    const at = weights + i;
    const part = f32x4.mul(share, v128.load(gradient + i));
    const moved = f32x4.add(f32x4.mul(mu, v128.load(at + size)), part);
    const buffer = orZero(moved, smallestMoment);
    v128.store(at + size, buffer);
    v128.store(at + 2 * size, nesterov ? f32x4.add(part, f32x4.mul(mu, buffer)) : buffer);
  }
}

function updateBySgd(weights: usize, gradient: usize, size: usize, bytes: usize): void {
  const rate = f32x4.splat(settings.learningRate());
  const lambda = f32x4.splat(settings.weightDecay());
  const momentum = settings.momentum();
  const mu = f32x4.splat(momentum);
  const nesterov = settings.nesterov();
  for (let i: usize = 0; i < bytes; i += 16) {
    const at = weights + i;
    const w = v128.load(at);
    let update = f32x4.add(v128.load(gradient + i), f32x4.mul(lambda, w));
    if (momentum !== 0) {
      const moved = f32x4.add(f32x4.mul(mu, v128.load(at + size)), update);
      const buffer = orZero(moved, smallestMoment);
      v128.store(at + size, buffer);
      update = nesterov ? f32x4.add(update, f32x4.mul(mu, buffer)) : buffer;
    }
    v128.store(at, orZero(f32x4.sub(w, f32x4.mul(rate, update)), smallestWeight));
  }
}

function updateByAdam(kind: i32, weights: usize, gradient: usize, size: usize, bytes: usize): void {
  const rate = f32x4.splat(settings.learningRate());
  const zero = f32x4.splat(0);
  const lambda = f32x4.splat(settings.weightDecay());
  const coupled = kind === ADAM;
  const decayBefore = coupled ? lambda : zero;
  const decayAfter = coupled ? zero : lambda;
  const beta1 = f32x4.splat(settings.firstDecay());
  const beta2 = f32x4.splat(settings.secondDecay());
  const share1 = f32x4.splat(settings.firstShare());
  const share2 = f32x4.splat(settings.secondShare());
  const correction1 = f32x4.splat(settings.firstCorrection());
  const correction2 = f32x4.splat(settings.secondCorrection());
  const epsilon = f32x4.splat(settings.epsilon());
  for (let i: usize = 0; i < bytes; i += 16) {
    const at = weights + i;
    const w = v128.load(at);
    const g = f32x4.add(v128.load(gradient + i), f32x4.mul(decayBefore, w));
    const mean = f32x4.add(f32x4.mul(beta1, v128.load(at + size)), f32x4.mul(share1, g));
    const m = orZero(mean, smallestMoment);
    const square = f32x4.mul(f32x4.mul(share2, g), g);
    const sum = f32x4.add(f32x4.mul(beta2, v128.load(at + 2 * size)), square);
    const v = orZero(sum, smallestSquare);
    v128.store(at + size, m);
    v128.store(at + 2 * size, v);
    const spread = f32x4.add(f32x4.sqrt(f32x4.mul(v, correction2)), epsilon);
    let update = f32x4.div(f32x4.mul(m, correction1), spread);
    update = f32x4.add(update, f32x4.mul(decayAfter, w));
    v128.store(at, orZero(f32x4.sub(w, f32x4.mul(rate, update)), smallestWeight));
  }
}
