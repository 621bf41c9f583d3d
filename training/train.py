"""Train the tagger on the labelled items and write a checkpoint.

    python training/train.py --shared ../shared --output build/tagger [--epochs 7] [--begin build/earlier]

Runs on a CPU in under an hour on two cores. Items whose id hashes into the held-out twelfth are kept aside
and measured after each epoch.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from all_minilm_l6_v2 import extract_model
from labelled import is_held_out, read_items, read_stories
from tagger import Tagger
from templates import read_templates, vary
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertModel
from windows import STATUSES, TYPES, Event, Window, cut_stories, read_passages

EMPTY_SHARE = 0.4
FROZEN_LAYERS = 1
"""Lowest layers of the encoder left as they are, beside its word-piece table: faster, and no worse."""


def held_out(window: Window) -> bool:
    """Whether a window's document belongs to the twelfth of the real texts that is only measured on."""
    return not window.id.startswith("own-") and is_held_out(window.id.split(":")[0])


def batches(windows: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, in random order; of those without events each time another share.

    Nearly half the feed items hold no event and teach little more after the first hundreds.
    """
    kept = [w for w in windows if w.events or rng.random() < EMPTY_SHARE]
    order = sorted(kept, key=lambda w: len(w.ids) + rng.random() * 12)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def collate(batch: list[Window]) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and mask of a batch, both (B, N), padded to the longest window."""
    n = max(len(w.ids) for w in batch)
    ids = torch.zeros(len(batch), n, dtype=torch.long)
    mask = torch.zeros(len(batch), n, dtype=torch.long)
    for i, w in enumerate(batch):
        ids[i, : len(w.ids)] = torch.tensor(w.ids)
        mask[i, : len(w.ids)] = 1
    return ids, mask


def losses(model: Tagger, batch: list[Window], modes: list[str], *, smoothing: float = 0.05) -> dict[str, torch.Tensor]:
    """The loss of each head over a batch: tags, roles, attributes."""
    ids, mask = collate(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, roles, attributes, _ = (x.float() for x in model(ids, mask))
    b, n = ids.shape
    gold = torch.zeros(b, n, dtype=torch.long)
    weight = mask.float().clone()
    total: dict[str, list[torch.Tensor]] = {"roles": [], "attributes": []}
    for i, w in enumerate(batch):
        for e in w.events:
            for k, p in enumerate(e.pieces):
                gold[i, p] = 1 + 2 * e.type + (k > 0)
                weight[i, p] = e.weight * 1.5
            rows = roles[i, e.pieces].mean(0)[: len(w.ids)]
            target = torch.zeros(len(w.ids), 4)
            for role, pieces in e.roles.items():
                target[list(pieces), role] = 1
            same = [p for o in w.events if o is not e and e.same is not None and o.same == e.same for p in o.pieces]
            other = [p for o in w.events if o is not e and tells_other(o, e) for p in o.pieces]
            target[same, 3] = 1
            keep = torch.ones(len(w.ids), 4)
            keep[:, 3] = 0
            keep[same + other, 3] = 1
            loss = functional.binary_cross_entropy_with_logits(
                rows, target, reduction="none", pos_weight=torch.tensor(2.0)
            )
            total["roles"].append((loss * keep).sum() / 8 * e.weight)
            logits = attributes[i, e.pieces].mean(0)
            status = functional.cross_entropy(logits[: len(STATUSES)], torch.tensor(e.status))
            mode = functional.cross_entropy(logits[len(STATUSES) : -1], torch.tensor(modes.index(e.mode or "")))
            both = functional.binary_cross_entropy_with_logits(logits[-1], torch.tensor(float(e.reciprocal)))
            total["attributes"].append((status + 0.5 * mode + both) * e.weight)
    flat = functional.cross_entropy(
        tags.view(-1, tags.shape[-1]), gold.view(-1), reduction="none", label_smoothing=smoothing
    )
    out = {"tags": (flat * weight.view(-1)).sum() / max(1.0, float(weight.sum())) * 6}
    out["roles"] = torch.stack(total["roles"]).mean() if total["roles"] else torch.tensor(0.0)
    out["attributes"] = torch.stack(total["attributes"]).mean() * 0.5 if total["attributes"] else torch.tensor(0.0)
    return out


def tells_other(other: Event, event: Event) -> bool:
    """Whether two triggers are known to tell different happenings."""
    return event.same is not None and other.same is not None and other.same != event.same


@torch.no_grad()
def measure(model: Tagger, windows: list[Window], modes: list[str]) -> dict[str, float]:
    """Trigger F1 (type right, pieces overlap), role F1 on gold triggers, status and mode accuracy."""
    model.eval()
    c = dict.fromkeys(["tp", "fp", "fn", "rtp", "rfp", "rfn", "n", "status", "mode"], 0)
    for w in windows:
        ids, mask = collate([w])
        tags, roles, attributes, _ = model(ids, mask)
        best = tags[0].argmax(-1).tolist()
        found, k = [], 0
        while k < len(best):
            if best[k]:
                t, s = (best[k] - 1) // 2, k
                k += 1
                while k < len(best) and best[k] == 2 + 2 * t:
                    k += 1
                found.append((t, set(range(s, k))))
            else:
                k += 1
        used = set()
        for e in w.events:
            hit = next(
                (j for j, (t, p) in enumerate(found) if j not in used and t == e.type and p & set(e.pieces)), None
            )
            if hit is None:
                c["fn"] += e.weight == 1.0
            else:
                used.add(hit)
                c["tp"] += 1
        c["fp"] += len(found) - len(used)
        for e in w.events:
            rows = roles[0, e.pieces].mean(0)
            for role in (0, 1, 2):
                got = {int(p) for p in (rows[:, role] > 0).nonzero().flatten()}
                c["rtp"] += len(got & e.roles[role])
                c["rfp"] += len(got - e.roles[role])
                c["rfn"] += len(e.roles[role] - got)
            logits = attributes[0, e.pieces].mean(0)
            c["n"] += 1
            c["status"] += int(logits[: len(STATUSES)].argmax()) == e.status
            c["mode"] += modes[int(logits[len(STATUSES) : -1].argmax())] == (e.mode or "")
    model.train()
    return {
        "trigger_f1": 2 * c["tp"] / max(1, 2 * c["tp"] + c["fp"] + c["fn"]),
        "role_f1": 2 * c["rtp"] / max(1, 2 * c["rtp"] + c["rfp"] + c["rfn"]),
        "status": c["status"] / max(1, c["n"]), "mode": c["mode"] / max(1, c["n"]),
    }  # fmt: skip


def main() -> None:
    """Train, measuring after each epoch, and save the weights with all that export needs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--begin", type=Path, help="go on from this checkpoint instead of the bare encoder")
    parser.add_argument("--threads", type=int, default=0, help="0: as many as there are cores")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    args.output.mkdir(parents=True, exist_ok=True)
    folder = extract_model(str(args.output / "base"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    items, stories = read_items(args.shared), read_stories(args.shared)

    def read_windows(epoch: int) -> list[Window]:
        """All windows; from the second epoch on with other countries in half the items, and new fillings."""

        def rewrite(strings: list[str]) -> list[str]:
            return vary(strings, rng) if epoch and rng.random() < 0.5 else strings

        return [
            *read_passages(items, tokenizer, rewrite),
            *cut_stories(stories, tokenizer, rewrite),
            *read_templates(tokenizer, rng),
        ]

    windows = read_windows(0)
    modes = ["", *sorted({e.mode for w in windows for e in w.events if e.mode})]
    aside = [w for w in windows if held_out(w)]
    train = [w for w in windows if not held_out(w)]
    print(f"{len(train)} windows to train on, {len(aside)} held out, {sum(len(w.events) for w in train)} events")
    model = Tagger(BertModel.from_pretrained(folder), len(modes))
    if args.begin:
        if json.loads((args.begin / "labels.json").read_text())["modes"] != modes:
            parser.error(f"the modes of {args.begin} are not those of the sentences as they are now")
        model.load_state_dict(torch.load(args.begin / "weights.pt"))
    model.encoder.embeddings.requires_grad_(False)
    for layer in model.encoder.encoder.layer[:FROZEN_LAYERS]:
        layer.requires_grad_(False)
    body = [p for k, p in model.named_parameters() if k.startswith("encoder") and p.requires_grad]
    heads = [p for k, p in model.named_parameters() if not k.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": heads, "lr": args.rate * 8}], weight_decay=0.01
    )
    empty = sum(not w.events for w in train)
    steps = args.epochs * math.ceil((len(train) - empty * (1 - EMPTY_SHARE)) / args.batch)
    warm = max(1, steps // 12)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    for epoch in range(args.epochs):
        started, sums = time.time(), {}
        if epoch:
            train = [w for w in read_windows(epoch) if not held_out(w)]
        for batch in batches(train, args.batch, rng):
            parts = losses(model, batch, modes)
            loss = sum(parts.values())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
            optimizer.step()
            schedule.step()
            for k, v in parts.items():
                sums[k] = sums.get(k, 0.0) + float(v.detach())
            if schedule.last_epoch % 50 == 0:
                print(schedule.last_epoch, steps, {k: round(v, 1) for k, v in sums.items()}, flush=True)
        figures = measure(model, aside, modes)
        print(
            f"epoch {epoch + 1} {time.time() - started:.0f}s",
            {k: round(v / (steps / args.epochs), 3) for k, v in sums.items()},
            {k: round(v, 3) for k, v in figures.items()},
            flush=True,
        )
        torch.save(model.state_dict(), args.output / "weights.pt")
        (args.output / "labels.json").write_text(json.dumps({"types": TYPES, "statuses": STATUSES, "modes": modes}))


if __name__ == "__main__":
    main()
