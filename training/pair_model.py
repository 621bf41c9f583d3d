"""The type model: an encoder that reads a passage with two marked sides, and a head for what one does to the other.

`dragoman.events.pairs` marks the sides, in training as at run time. The head reads the states at the two opening marks,
zeros for an unnamed side, and the mean over the passage.
"""

import random

import torch
from pairs import CLASSES, OURS, THEIRS, Pair
from tokenizers import Tokenizer
from torch import nn

from dragoman.events.pairs import mark_pair

CONVENTIONS = {THEIRS: "handbook", OURS: "newspaper"}
"""The word before a passage that says in whose convention it is labelled; any two common words would do."""


class PairModel(nn.Module):
    """Encoder and head. `forward` returns logits (B, 17) of the types and none."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(3 * size, size), nn.GELU(), nn.Dropout(0.1), nn.Linear(size, len(CLASSES))
        )

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
        """`ids`, `mask` (B, N); `at` (B, 2) the pieces of the opening marks, 0 for an unnamed side."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        index = at.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        sides = torch.gather(hidden, 1, index) * (at > 0).unsqueeze(-1)
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return self.head(torch.cat([sides[:, 0], sides[:, 1], mean], -1))


def collate(tokenizer: Tokenizer, batch: list[Pair]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, mask (B, N) and places of the marks (B, 2) of a batch."""
    marked = [mark_pair(tokenizer, p.text, p.actor, p.recipient, convention=CONVENTIONS[p.convention]) for p in batch]
    n = max(len(m.ids) for m in marked)
    found = (tokenizer.token_to_id(name) for name in ("<pad>", "[PAD]"))
    pad = next(number for number in found if number is not None)
    ids = torch.full((len(batch), n), pad, dtype=torch.long)
    mask = torch.zeros(len(batch), n, dtype=torch.long)
    for k, m in enumerate(marked):
        ids[k, : len(m.ids)] = torch.tensor(m.ids)
        mask[k, : len(m.ids)] = 1
    return ids, mask, torch.tensor([m.at for m in marked])


def loss_of(logits: torch.Tensor, batch: list[Pair], *, smoothing: float = 0.1) -> torch.Tensor:
    """Cross-entropy with the pairs' shares of the classes, smoothed; of YIELD either class will do.

    For the pairs of Hu et al. NONE is no possible answer: each of theirs has an event.
    """
    total = torch.zeros(())
    none = CLASSES.index("NONE")
    concede, retreat = CLASSES.index("CONCEDE"), CLASSES.index("RETREAT")
    for row, pair in zip(logits, batch, strict=True):
        target = torch.tensor(pair.classes)
        scores = row
        if pair.convention == THEIRS:
            merged = torch.logsumexp(row[[concede, retreat]], 0)
            scores = row.clone()
            if pair.either:
                scores[concede] = merged
            keep = [k for k in range(len(CLASSES)) if k != none and not (pair.either and k == retreat)]
            log = torch.log_softmax(scores[keep], 0)
            target = target[keep]
        else:
            log = torch.log_softmax(scores, 0)
        log = log.clamp(min=-30)
        target = target * (1 - smoothing) + smoothing / len(target)
        total = total - (target * log).sum() * pair.weight
    return total / len(batch)


def batches(pairs: list[Pair], size: int, rng: random.Random) -> list[list[Pair]]:
    """Pairs of like length together, in random order."""
    order = sorted(pairs, key=lambda p: len(p.text) + rng.random() * 60)
    groups = [order[k : k + size] for k in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


@torch.no_grad()
def logits_of(model: PairModel, tokenizer: Tokenizer, pairs: list[Pair], size: int = 32) -> torch.Tensor:
    """Logits (len(pairs), 17)."""
    model.eval()
    order = sorted(range(len(pairs)), key=lambda k: len(pairs[k].text))
    out = torch.zeros(len(pairs), len(CLASSES))
    for k in range(0, len(order), size):
        chosen = order[k : k + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out[chosen] = model(*collate(tokenizer, [pairs[i] for i in chosen])).float()
    model.train()
    return out
