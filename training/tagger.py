"""The tagger network: a MiniLM encoder with small heads, all read in one pass over a window.

- `tags`: for each word piece, begin/inside of a trigger of one of the 16 types, or outside (BIO, 33 classes);
- `roles`: for each pair (trigger piece, any piece), a logit that the second belongs to the trigger's actor,
  recipient or speaker, or to a trigger of the same happening (biaffine, after Dozat and Manning 2017);
- `attributes`: for each piece, read at triggers: status, mode, reciprocal;
- `states`: the encoder's last layer as it is, from which `dates.py` and `event_places.py` fit what they add.
"""

import torch
from torch import nn
from transformers import BertModel
from windows import ROLES, STATUSES, TYPES

TAGS = 1 + 2 * len(TYPES)
WIDTH = 96
BUCKETS = (-64, -32, -16, -8, -4, -2, 0, 2, 4, 8, 16, 32, 64)
"""Edges of the distance buckets (second piece minus trigger piece) that bias the role scores."""


class Tagger(nn.Module):
    """Encoder and heads. `forward` takes ids and mask (B, N) and returns (tags, roles, attributes, states)."""

    def __init__(self, encoder: BertModel, modes: int) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(size, TAGS)
        self.attributes = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, len(STATUSES) + modes + 1))
        channels = len(ROLES)
        self.as_trigger = nn.Sequential(nn.Linear(size, channels * WIDTH), nn.GELU())
        self.as_argument = nn.Sequential(nn.Linear(size, channels * WIDTH), nn.GELU())
        self.argument_bias = nn.Linear(size, channels)
        self.distance = nn.Embedding(len(BUCKETS) + 1, channels)
        self.register_buffer("edges", torch.tensor(BUCKETS), persistent=False)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits of tags (B, N, 33), roles (B, N, N, 4) and attributes (B, N, …), and states (B, N, 384)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        seen = self.dropout(hidden)
        b, n, _ = seen.shape
        t = self.as_trigger(seen).view(b, n, len(ROLES), WIDTH).transpose(1, 2)
        a = self.as_argument(seen).view(b, n, len(ROLES), WIDTH).transpose(1, 2)
        scores = torch.matmul(t, a.transpose(2, 3)).permute(0, 2, 3, 1) / WIDTH**0.5
        # The bias of each distance from 1 - n to n - 1, looked up for every pair of pieces.
        places = torch.arange(n, device=ids.device)
        offsets = torch.arange(2 * n - 1, device=ids.device) - (n - 1)
        biases = self.distance((offsets[:, None] > self.edges[None, :]).sum(-1))
        bias = biases[places[None, :] - places[:, None] + (n - 1)]
        roles = scores + bias[None] + self.argument_bias(seen)[:, None]
        return self.tags(seen), roles, self.attributes(seen), hidden
