r"""Export a trained checkpoint to the int8 ONNX files that the package ships.

    python training/export.py --checkpoint build/tagger --output src/dragoman/events/weights/tagger
    python training/export.py --checkpoint build/pairs --output src/dragoman/events/weights/pairs
    python training/export.py --checkpoint build/accurate --output models/accurate/src/dragoman_accurate \
        --beside src/dragoman/events/weights/pairs

Matrix products and the word-piece table are quantised to 8 bits (dynamic quantisation), those of a large network in
blocks (`blocks.py`); `manifest.json` takes the labels and the hash of each file, which the package checks at load.
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx
import torch
from blocks import quantise_blocks
from onnxruntime.quantization import QuantType, quantize_dynamic
from pair_model import PairModel
from tagger import Tagger
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModel

PIECES = 24
"""Length of the example that the graph is traced with; any other will do at run time."""
LARGE = 768
"""States of an encoder that is quantised in blocks."""


def load_checkpoint(folder: Path, labels: dict) -> torch.nn.Module:
    """The trained network: a type model where the labels name classes, else a tagger."""
    config = AutoConfig.from_pretrained(find_base(folder))
    config._attn_implementation = "eager"
    encoder = AutoModel.from_config(config)
    model = PairModel(encoder) if "classes" in labels else Tagger(encoder, len(labels["modes"]))
    model.load_state_dict(torch.load(folder / "weights.pt", map_location="cpu"))
    return model.eval()


def find_base(folder: Path) -> Path:
    """The folder of the encoder that training began from: its settings and its tokenizer."""
    return next((folder / "base").iterdir())


def export_graph(model: torch.nn.Module, path: Path) -> None:
    """Write the float graph for one passage at a time, without padding; the number of pieces stays free."""
    ids = torch.randint(1000, 2000, (1, PIECES))
    inputs, outputs = {"ids": ids, "mask": torch.ones_like(ids)}, ["tags", "roles", "attributes", "states"]
    if isinstance(model, PairModel):
        inputs, outputs = {**inputs, "at": torch.tensor([[3, 9]])}, ["logits"]
    torch.onnx.export(
        model, tuple(inputs.values()), str(path), input_names=[*inputs], output_names=outputs,
        dynamic_axes={"ids": {1: "n"}, "mask": {1: "n"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))


def quantise(full: Path, path: Path, states: int) -> None:
    """Write the float graph of an encoder of so many states in fewer bits."""
    if states >= LARGE:
        onnx.save(quantise_blocks(onnx.load(full)), str(path))
        return
    quantize_dynamic(
        str(full), str(path), weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )  # fmt: skip


def hash_of(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Export, quantise and write the manifest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--beside", type=Path, help="exported model that the figures of this one are measured with")
    args = parser.parse_args()
    labels = json.loads((args.checkpoint / "labels.json").read_text())
    args.output.mkdir(parents=True, exist_ok=True)
    full = args.checkpoint / "float.onnx"
    network = load_checkpoint(args.checkpoint, labels)
    export_graph(network, full)
    quantise(full, args.output / "model.onnx", network.encoder.config.hidden_size)
    if args.beside:
        labels["beside"] = hash_of(args.beside / "model.onnx")
    # Padding and truncation written into the file by its maker would silently cut long windows.
    tokenizer = Tokenizer.from_file(str(find_base(args.checkpoint) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(args.output / "tokenizer.json"), pretty=False)
    names = ["model.onnx", "tokenizer.json"]
    manifest = {"labels": labels, "sha256": {n: hash_of(args.output / n) for n in names}}
    (args.output / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    for n in names:
        print(n, (args.output / n).stat().st_size)


if __name__ == "__main__":
    main()
