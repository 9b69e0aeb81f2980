"""A stand-in for ``python -m ssl_core train``: the same words and files, and nothing is learnt.

What it shall do is JSON in the environment variable ``TRAINER``: ``like`` (card of the encoder that
it hands out under a new name), ``steps``, ``pace`` (seconds a step), ``ends`` (its last line beside
the card's), ``fails`` (exit code and sentence).
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from threading import Event

from ssl_core.train.orders import PAUSE, STOP, Orders


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("photos", type=Path)
    for name in ("method", "from", "beside", "minutes", "epochs", "device", "backbone"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--name")
    parser.add_argument("--resume", action="store_true")
    asked = parser.parse_args(sys.argv[2:])
    script = {"steps": 3, "pace": 0.0, "ends": {}} | json.loads(os.environ["TRAINER"])
    if "fails" in script:
        sys.stderr.write(f"a warning\n{script['fails'][1]}\n")
        return int(script["fails"][0])
    checkpoint = asked.out / "checkpoint.pt"
    if checkpoint.is_file() != asked.resume:
        sys.stderr.write("It is told wrongly whether to go on.\n")
        return 1
    ordered = Orders(sys.stdin)
    step = int(checkpoint.read_text()) if asked.resume else 0
    told = {"photos": len(asked.photos.read_text().splitlines()), "note": f"on from step {step}"}
    tell(**told)
    while step < script["steps"]:
        step += 1
        checkpoint.with_suffix(".part").write_text(str(step))
        checkpoint.with_suffix(".part").replace(checkpoint)
        tell(step=step, steps=script["steps"], loss=1 / step)
        Event().wait(script["pace"])
        order = ordered()
        if order == PAUSE:
            tell(paused=str(asked.out))
            return 0
        if order == STOP:
            break
    tell(**ending(asked, script))
    return 0


def ending(asked: argparse.Namespace, script: dict) -> dict[str, object]:
    if "kept" in script["ends"]:
        return dict(script["ends"])
    like = Path(script["like"])
    facts = json.loads(like.read_text())
    shutil.copy(like.with_suffix(".onnx"), asked.out / f"{asked.name}.onnx")
    (asked.out / f"{asked.name}.weights.pt").write_bytes(b"weights")
    card = asked.out / f"{asked.name}.json"
    card.write_text(json.dumps(facts | {"name": asked.name, "onnx": f"{asked.name}.onnx"}))
    return {"card": str(card), "name": asked.name, "dim": facts["dim"]} | script["ends"]


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
