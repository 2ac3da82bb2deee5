"""What both hand-written forms have in common."""

from protocol import adam, examples, tell, torch, weight


class Data:
    def __init__(self, message, M):
        operands, self.labels = examples(message)
        self.count = message["count"]
        self.first = operands[:, 0].contiguous()
        self.second = operands[:, 1] + M
        self.target = torch.full((self.count, M), -1 / M)
        self.target[torch.arange(self.count), self.labels] += 1


class Hand:
    def __init__(self, problem):
        self.W = weight(problem["weights"]["W"])
        self.V = weight(problem["weights"]["V"])
        M = problem["classes"]
        self.train = Data(problem["train"], M)
        self.test = Data(problem["test"], M)
        self.optimiser = adam([self.W, self.V], problem, fused=True)

    def weights(self):
        return {"W": self.W, "V": self.V}

    @torch.no_grad()
    def evaluate(self):
        data = self.test
        z = self.W[data.first] + self.W[data.second]
        output = (z * z) @ self.V
        residual = output - output.mean(dim=1, keepdim=True) - data.target
        tell(residual.square().sum())
        tell((output.argmax(dim=1) == data.labels).sum())
