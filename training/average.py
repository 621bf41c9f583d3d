"""The mean of several checkpoints' weights, which errs less than any of them if one was trained on from another.

    python training/average.py --output build/tagger build/tagger4 build/tagger5 build/tagger6

After Wortsman et al. (2022), "Model soups": https://arxiv.org/abs/2203.05482. The mean costs nothing at run time, where
asking all of them would cost as often the time.
"""

import argparse
import shutil
from pathlib import Path

import torch


def average(checkpoints: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of each weight over the checkpoints; what is no fraction, such as positions, is the first one's."""
    weights = [torch.load(folder / "weights.pt", map_location="cpu") for folder in checkpoints]
    return {
        name: torch.stack([w[name] for w in weights]).mean(0) if first.is_floating_point() else first
        for name, first in weights[0].items()
    }


def main() -> None:
    """Write the mean as a checkpoint that `export.py` and `train.py --begin` take."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    if len({(folder / "labels.json").read_text() for folder in args.checkpoints}) > 1:
        parser.error("the checkpoints have different labels")
    args.output.mkdir(parents=True, exist_ok=True)
    torch.save(average(args.checkpoints), args.output / "weights.pt")
    shutil.copy(args.checkpoints[0] / "labels.json", args.output)
    shutil.copytree(args.checkpoints[0] / "base", args.output / "base", dirs_exist_ok=True)


if __name__ == "__main__":
    main()
