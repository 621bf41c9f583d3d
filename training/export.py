"""Export a trained checkpoint to the int8 ONNX files that the package ships.

    python training/export.py --checkpoint build/tagger --output src/dragoman/events/weights

Matrix products and the word-piece table are quantised to 8 bits (dynamic quantisation); `manifest.json` takes the
labels and the hash of each file, which the package checks at load.
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tagger import Tagger
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel


class Exported(torch.nn.Module):
    """The tagger as the package calls it: one window, no padding."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits of one window."""
        return self.tagger(ids, mask)


def export_tagger(model: Tagger, path: Path) -> None:
    """Write the encoder and its heads; the number of pieces stays free."""
    example = torch.randint(1000, 2000, (1, 24))
    torch.onnx.export(
        Exported(model), (example, torch.ones_like(example)), str(path), input_names=["ids", "mask"],
        output_names=["tags", "roles", "attributes"],
        dynamic_axes={"ids": {1: "n"}, "mask": {1: "n"}}, opset_version=17, dynamo=False,
    )  # fmt: skip


def main() -> None:
    """Export, quantise and write the manifest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    labels = json.loads((args.checkpoint / "labels.json").read_text())
    base = next((args.checkpoint / "base").iterdir())
    weights = torch.load(args.checkpoint / "weights.pt", map_location="cpu")
    config = BertConfig.from_pretrained(base)
    config._attn_implementation = "eager"
    model = Tagger(BertModel(config), len(labels["modes"]))
    model.load_state_dict(weights)
    model.eval()
    args.output.mkdir(parents=True, exist_ok=True)
    full = args.checkpoint / "tagger-float.onnx"
    export_tagger(model, full)
    onnx.checker.check_model(str(full))
    quantize_dynamic(
        str(full), str(args.output / "tagger.onnx"), weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )  # fmt: skip
    # Padding and truncation written into the file by its maker would silently cut long windows.
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(args.output / "tokenizer.json"), pretty=False)
    names = ["tagger.onnx", "tokenizer.json"]
    manifest = {
        "labels": labels,
        "sha256": {n: hashlib.sha256((args.output / n).read_bytes()).hexdigest() for n in names},
    }
    (args.output / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    for n in names:
        print(n, (args.output / n).stat().st_size)


if __name__ == "__main__":
    main()
