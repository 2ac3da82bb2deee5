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


def weight(text, rows, columns):
    return numbers(text, torch.float32).view(rows, columns).clone()


def as_text(tensor):
    values = tensor.detach().contiguous()
    return base64.b64encode(ctypes.string_at(values.data_ptr(), 4 * values.numel())).decode()


def adam(parameters, problem, **options):
    return torch.optim.Adam(
        parameters,
        lr=problem["learningRate"],
        betas=(problem["beta1"], problem["beta2"]),
        eps=problem["epsilon"],
        weight_decay=problem["weightDecay"],
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
    """Answers standard input. `open_problem` makes what has step(), evaluate(), W and V."""
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
                answer = {"W": as_text(trainee.W), "V": as_text(trainee.V)}
            else:
                answer = {"megabytes": memory.most()}
        except Exception as error:
            answer = {"error": repr(error)}
        say(answer)
