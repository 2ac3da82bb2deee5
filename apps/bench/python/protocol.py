"""The contestant's side of the race: see src/contestants/protocol.ts."""

import base64
import ctypes
import json
import sys
import time


def say(line):
    print(json.dumps(line), flush=True)


try:
    import torch
except ImportError:
    say({"absent": f"PyTorch is not installed for {sys.executable}"})
    sys.exit(0)


CARD = sys.argv[2:3] == ["card"]
GRAPHED = sys.argv[3:4] == ["graphed"]
if CARD:
    if not torch.cuda.is_available():
        say({"absent": f"PyTorch {torch.__version__} finds no card of CUDA's"})
        sys.exit(0)
    torch.set_default_device("cuda")


def numbers(text, kind):
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=kind)


def examples(message):
    """Operands (count x 2) and labels (count), int64."""
    operands = numbers(message["operands"], torch.int16).long()
    labels = numbers(message["labels"], torch.int16).long()
    return placed(operands.view(message["count"], 2)), placed(labels)


def placed(tensor):
    """On the card, if there is to be one."""
    return tensor.cuda() if CARD else tensor


def tell(number):
    """Waits for a number; on a card nothing waits, as our own engine does not, until it is asked."""
    if not CARD:
        number.item()


def weight(message):
    return placed(numbers(message["data"], torch.float32).view(message["shape"]).clone())


def as_message(tensor):
    values = tensor.detach().cpu().contiguous()
    text = base64.b64encode(ctypes.string_at(values.data_ptr(), 4 * values.numel())).decode()
    return {"shape": list(values.shape), "data": text}


def adam(parameters, problem, **options):
    """What the config names: Adam, or AdamW."""
    told = problem["config"]["optimiser"]
    kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[told["kind"]]
    if GRAPHED:
        options["capturable"] = True
    return kind(
        parameters,
        lr=told["learningRate"],
        betas=(told["beta1"], told["beta2"]),
        eps=told["epsilon"],
        weight_decay=told["weightDecay"],
        **options,
    )


def status(field):
    with open("/proc/self/status") as lines:
        for line in lines:
            if line.startswith(field):
                return int(line.split()[1]) * 1024
    return None


class Memory:
    """What this process takes at most beyond what it has now; None where Linux does not say."""

    def __init__(self):
        try:
            self.before = status("VmRSS:")
            with open("/proc/self/clear_refs", "w") as record:
                record.write("5")
        except OSError:
            self.before = None

    def most(self):
        return None if self.before is None else (status("VmHWM:") - self.before) / 1e6


def times(count, work):
    """Of a card, the time of all together: it works while it is told what comes next."""
    milliseconds = []
    before = time.process_time()
    if CARD:
        torch.cuda.synchronize()
        begin = time.perf_counter()
        for _ in range(count):
            work()
        torch.cuda.synchronize()
        milliseconds = [(time.perf_counter() - begin) * 1e3 / max(1, count)] * count
        return {"milliseconds": milliseconds, "processor": (time.process_time() - before) * 1e3}
    for _ in range(count):
        begin = time.perf_counter()
        work()
        milliseconds.append((time.perf_counter() - begin) * 1e3)
    return {"milliseconds": milliseconds, "processor": (time.process_time() - before) * 1e3}


class Graphed:
    """Steps of a trainee, written down once by CUDA and then done at a word."""

    def __init__(self, trainee):
        self.trainee = trainee
        self.evaluate = trainee.evaluate
        self.weights = trainee.weights
        self.done = 0
        self.graph = torch.cuda.CUDAGraph()
        self.side = torch.cuda.Stream()

    def step(self):
        self.done += 1
        if self.done <= 3:  # what a step needs is taken before it is written down
            self.side.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(self.side):
                self.trainee.step()
            torch.cuda.current_stream().wait_stream(self.side)
            return
        if self.done == 4:
            with torch.cuda.graph(self.graph):
                self.trainee.step()
        self.graph.replay()


def serve(open_problem):
    """Answers standard input. `open_problem` makes what has step(), evaluate() and weights()."""
    torch.set_num_threads(int(sys.argv[1]))
    where = f" on {torch.cuda.get_device_name()}" if CARD else ""
    say({"library": f"PyTorch {torch.__version__}{where}"})
    trainee = memory = None
    for line in sys.stdin:
        told = json.loads(line)
        try:
            if told["ask"] == "open":
                memory = Memory()
                trainee = open_problem(told["problem"])
                if GRAPHED:
                    trainee = Graphed(trainee)
                answer = {}
            elif told["ask"] == "steps":
                times(told["untimed"], trainee.step)
                answer = times(told["count"], trainee.step)
            elif told["ask"] == "evaluations":
                answer = times(told["count"], trainee.evaluate)
            elif told["ask"] == "weights":
                weights = trainee.weights().items()
                answer = {"weights": {name: as_message(tensor) for name, tensor in weights}}
            else:
                answer = {"megabytes": memory.most()}
        except Exception as error:
            answer = {"error": repr(error)}
        say(answer)
