"""What both forms of the transformer have in common: one block without layer norm."""

from protocol import adam, examples, tell, torch, weight

functional = torch.nn.functional


class Data:
    def __init__(self, message, equals):
        operands, self.labels = examples(message)
        self.tokens = torch.cat([operands, torch.full((message["count"], 1), equals)], dim=1)


class Block:
    options = {}

    def __init__(self, problem):
        config = problem["config"]
        spec = config["model"]
        if (spec["layers"], spec["layerNorm"], spec["activation"]) != (1, "none", "relu"):
            raise ValueError("written for one block without layer norm, and ReLU")
        self.heads = spec["heads"]
        self.warm_up = config["schedule"]["warmUp"]
        self.rate = config["optimiser"]["learningRate"]
        self.steps = 0
        self.named = {
            name: weight(message).requires_grad_() for name, message in problem["weights"].items()
        }
        equals = self.named["W_E"].shape[0] - 1
        self.train = Data(problem["train"], equals)
        self.test = Data(problem["test"], equals)
        self.optimiser = adam(list(self.named.values()), problem, **self.options)

    def embedded(self, tokens):
        return self.named["W_E"][tokens] + self.named["W_pos"]

    def by_head(self, x, name):
        y = x @ self.named[name]
        return y.view(*y.shape[:2], self.heads, -1).transpose(1, 2)

    def answered(self, asking, x, hidden=None):
        """Logits at the positions that ask; those hidden from them are marked."""
        w = self.named
        queries, keys = self.by_head(asking, "W_Q1"), self.by_head(x, "W_K1")
        scores = queries @ keys.transpose(-1, -2) / keys.shape[-1] ** 0.5
        if hidden is not None:
            scores = scores.masked_fill(hidden, float("-inf"))
        mixed = scores.softmax(dim=-1) @ self.by_head(x, "W_V1")
        y = asking + mixed.transpose(1, 2).flatten(2) @ w["W_O1"]
        nodes = functional.relu(y @ w["W_in1"] + w["W_in1.bias"])
        return (y + nodes @ w["W_out1"] + w["W_out1.bias"]) @ w["W_U"]

    def step(self):
        self.steps += 1
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * min(1, self.steps / max(1, self.warm_up))
        self.optimiser.zero_grad()
        loss = functional.cross_entropy(self.logits(self.train.tokens), self.train.labels)
        loss.backward()
        self.optimiser.step()
        tell(loss)

    def look(self, data):
        output = self.logits(data.tokens)
        tell(functional.cross_entropy(output, data.labels))
        tell((output.argmax(dim=1) == data.labels).sum())

    def weights(self):
        return self.named
