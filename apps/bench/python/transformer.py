"""The transformer as papers of this field write it: every position goes through the whole block,
autograd, torch.optim.AdamW, and after every step the loss and accuracy of all training and all
held-out examples.

python3 transformer.py <threads>"""

from blocks import Block
from protocol import serve, torch


class PaperLoop(Block):
    def logits(self, tokens):
        x = self.embedded(tokens)
        length = x.shape[1]
        later = torch.ones(length, length, dtype=torch.bool).triu(1)
        return self.answered(x, x, later)[:, -1]

    @torch.no_grad()
    def evaluate(self):
        self.look(self.train)
        self.look(self.test)


serve(PaperLoop)
