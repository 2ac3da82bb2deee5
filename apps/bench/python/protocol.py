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


def numbers(text, kind):
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=kind)


def examples(message):
    """Operands (count x 2) and labels (count), int64."""
    operands = numbers(message["operands"], torch.int16).long()
    labels = numbers(message["labels"], torch.int16).long()
    return operands.view(message["count"], 2), labels


def weight(message):
    return numbers(message["data"], torch.float32).view(message["shape"]).clone()


def as_message(tensor):
    values = tensor.detach().contiguous()
    text = base64.b64encode(ctypes.string_at(values.data_ptr(), 4 * values.numel())).decode()
    return {"shape": list(values.shape), "data": text}


def adam(parameters, problem, **options):
    """What the config names: Adam, or AdamW."""
    told = problem["config"]["optimiser"]
    kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[told["kind"]]
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
    milliseconds = []
    before = time.process_time()
    for _ in range(count):
        begin = time.perf_counter()
        work()
        milliseconds.append((time.perf_counter() - begin) * 1e3)
    return {"milliseconds": milliseconds, "processor": (time.process_time() - before) * 1e3}


def serve(open_problem):
    """Answers standard input. `open_problem` makes what has step(), evaluate() and weights()."""
    torch.set_num_threads(int(sys.argv[1]))
    say({"library": f"PyTorch {torch.__version__}"})
    trainee = memory = None
    for line in sys.stdin:
        told = json.loads(line)
        try:
            if told["ask"] == "open":
                memory = Memory()
                trainee = open_problem(told["problem"])
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
