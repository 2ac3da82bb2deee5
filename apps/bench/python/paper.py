"""Training as papers of this field write it: one-hot inputs, nn.Linear, autograd, torch.optim.Adam,
and after every step the loss and accuracy of all training and all held-out examples.

python3 paper.py <threads>"""

from protocol import adam, examples, serve, tell, torch, weight

nn = torch.nn


class TwoLayers(nn.Module):
    def __init__(self, M, K):
        super().__init__()
        self.hidden = nn.Linear(2 * M, K, bias=False)
        self.top = nn.Linear(K, M, bias=False)

    def forward(self, x):
        return self.top(self.hidden(x) ** 2)


class PaperLoop:
    def __init__(self, problem):
        W, V = (weight(problem["weights"][name]) for name in ("W", "V"))
        K, M = V.shape
        self.model = TwoLayers(M, K)
        with torch.no_grad():
            self.model.hidden.weight.copy_(W.T)
            self.model.top.weight.copy_(V.T)
        self.train = self.one_hot(problem["train"], M)
        self.test = self.one_hot(problem["test"], M)
        self.optimiser = adam(self.model.parameters(), problem)

    @staticmethod
    def one_hot(message, M):
        operands, labels = examples(message)
        x = nn.functional.one_hot(operands, M).float().flatten(1)
        return x, nn.functional.one_hot(labels, M).float() - 1 / M, labels

    @staticmethod
    def loss(output, target):
        centred = output - output.mean(dim=1, keepdim=True)
        return ((centred - target) ** 2).sum(dim=1).mean()

    def step(self):
        x, target, _ = self.train
        self.optimiser.zero_grad()
        self.loss(self.model(x), target).backward()
        self.optimiser.step()

    @torch.no_grad()
    def evaluate(self):
        for x, target, labels in (self.train, self.test):
            output = self.model(x)
            tell(self.loss(output, target))
            tell((output.argmax(dim=1) == labels).float().mean())

    def weights(self):
        return {"W": self.model.hidden.weight.T, "V": self.model.top.weight.T}


serve(PaperLoop)
