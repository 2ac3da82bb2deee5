"""The border of z23.yaml by PyTorch alone: splits, weights and training are PyTorch's and NumPy's own.

python pytorch.py trains runs at several counts, more of them where some come and some do not, and prints how
many came and where half of them come, with the 95 % interval of the likelihood's profile. Needs torch and numpy;
some minutes on one core.
"""

import math

import numpy as np
import torch

torch.set_num_threads(1)

ORDER, WIDTH, STEPS, EVERY = 23, 256, 3000, 10
RUNS_AT = {170: 4, 180: 4, 188: 8, 194: 8, 200: 8, 206: 8, 214: 4, 225: 4}
TOGETHER = 4

pairs = np.array([(a, b) for a in range(ORDER) for b in range(ORDER)])
inputs = np.zeros((ORDER**2, 2 * ORDER), np.float32)
inputs[np.arange(ORDER**2), pairs[:, 0]] = 1
inputs[np.arange(ORDER**2), ORDER + pairs[:, 1]] = 1
answers = pairs.sum(1) % ORDER


def uniform(generator, rows, columns):
    return (2 * torch.rand(rows, columns, generator=generator) - 1) / math.sqrt(rows)


def came_at(count, seeds):
    """Trains one run a seed, all in one batch; the first measured step at which 99 % are right, or None."""
    shown, held_out, first, top = [], [], [], []
    for seed in seeds:
        order = np.random.default_rng(1000003 * seed + count).permutation(ORDER**2)
        shown.append(order[:count])
        held_out.append(order[count:])
        generator = torch.Generator().manual_seed(7919 * seed + count)
        first.append(uniform(generator, 2 * ORDER, WIDTH))
        top.append(uniform(generator, WIDTH, ORDER))
    shown, held_out = np.array(shown), np.array(held_out)
    x, x_test = torch.tensor(inputs[shown]), torch.tensor(inputs[held_out])
    y, y_test = torch.tensor(answers[shown]), torch.tensor(answers[held_out])
    target = torch.nn.functional.one_hot(y, ORDER).float() - 1 / ORDER
    W, V = torch.stack(first).requires_grad_(), torch.stack(top).requires_grad_()
    optimiser = torch.optim.Adam([W, V], lr=0.003, weight_decay=2e-4)
    came = [None] * len(seeds)
    for step in range(STEPS + 1):
        if step % EVERY == 0:
            with torch.no_grad():
                logits = torch.bmm(torch.bmm(x_test, W) ** 2, V)
            right = (logits.argmax(-1) == y_test).float().mean(1)
            came = [step if c is None and r >= 0.99 else c for c, r in zip(came, right)]
            if None not in came:
                break
        if step == STEPS:
            break
        logits = torch.bmm(torch.bmm(x, W) ** 2, V)
        error = logits - logits.mean(-1, keepdim=True) - target
        loss = (error**2).sum(-1).mean(1).sum()  # each run's mean over its examples
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return came


def border(runs):
    """Most likely n at which half of the runs come, and the ends of its 95 % interval."""
    counts = np.array([count for count, _ in runs])
    came = np.array([step is not None for _, step in runs])
    middles = np.linspace(math.log(min(counts)), math.log(max(counts)), 1001)
    widths = 0.005 * 2 ** np.arange(0, 8, 0.25)
    z = (middles[:, None, None] - np.log(counts)) / widths[None, :, None]
    likelihood = -np.where(came, np.logaddexp(0, z), np.logaddexp(0, -z)).sum(-1)
    profile = likelihood.max(1)
    inside = middles[profile >= profile.max() - 3.841458820694124 / 2]
    return [math.exp(x) for x in (middles[profile.argmax()], inside[0], inside[-1])]


if __name__ == "__main__":
    runs = []
    for count, seeds_at in RUNS_AT.items():
        for first in range(0, seeds_at, TOGETHER):
            seeds = range(first, first + TOGETHER)
            runs += [(count, step) for step in came_at(count, seeds)]
        steps = [step for n, step in runs if n == count]
        print(f"{count}: {sum(s is not None for s in steps)} of {len(steps)} came")
    print("border {:.1f} ({:.1f} to {:.1f})".format(*border(runs)))
