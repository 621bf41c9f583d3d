"""Weights of a large network in blocks of 4 and 8 bits.

Dynamic quantisation, which does for the small networks, rounds the states that flow through with one scale for a whole
passage, and MPNet has a few states far larger than the rest: it changed 13 to 17 % of the answers. Here each block of
weights or states has a scale of its own. Weights of attention and head keep 8 bits, those of the feed-forward layers,
two thirds of all, 4, the word pieces 8.
"""

import logging

import numpy as np
import onnx
from onnx import helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

EIGHT, FOUR = (8, 128), (4, 32)
"""Bits of a weight, weights of a block."""
ACCURACY_LEVEL = 4
"""States are rounded to 8 bits too, for which processors have instructions: several times as fast as float sums."""


def quantise_blocks(graph: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with its matrices in blocks and its word pieces in rows of 8 bits, each with its scale.

    Args:
        graph: a float graph; it is altered.
    """
    logging.getLogger("onnxruntime").setLevel(logging.WARNING)
    _round_pieces(graph.graph)
    _split_gemms(graph.graph)
    feed_forward = {n.name for n in graph.graph.node if _is_feed_forward(n, graph.graph)}
    products = {n.name for n in graph.graph.node if n.op_type == "MatMul"}
    for names, (bits, block) in ((products - feed_forward, EIGHT), (feed_forward, FOUR)):
        settings = DefaultWeightOnlyQuantConfig(
            block_size=block, is_symmetric=bits == EIGHT[0], accuracy_level=ACCURACY_LEVEL, bits=bits
        )
        quantizer = MatMulNBitsQuantizer(graph, nodes_to_exclude=sorted(products - names), algo_config=settings)
        quantizer.process()
        graph = quantizer.model.model
    return graph


def _weights(graph: onnx.GraphProto) -> dict[str, onnx.TensorProto]:
    return {tensor.name: tensor for tensor in graph.initializer}


def _is_feed_forward(node: onnx.NodeProto, graph: onnx.GraphProto) -> bool:
    weights = _weights(graph)
    if node.op_type != "MatMul" or node.input[1] not in weights:
        return False
    rows, columns = weights[node.input[1]].dims
    return max(rows, columns) == 4 * min(rows, columns)


def _round_pieces(graph: onnx.GraphProto) -> None:
    """The table of word pieces to int8, one scale a row."""
    weights = _weights(graph)
    table = max(graph.initializer, key=lambda tensor: np.prod(tensor.dims))
    full = numpy_helper.to_array(table)
    scales = np.maximum(np.abs(full).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    (at,) = [k for k, n in enumerate(graph.node) if n.op_type == "Gather" and n.input[0] == table.name]
    look_up = graph.node[at]
    ids, out = look_up.input[1], look_up.output[0]
    graph.initializer.remove(weights[table.name])
    graph.initializer.extend(
        [
            numpy_helper.from_array(np.round(full / scales).astype(np.int8), "pieces"),
            numpy_helper.from_array(scales, "piece_scales"),
        ]
    )
    graph.node.remove(look_up)
    nodes = [
        helper.make_node("Gather", ["pieces", ids], ["rows"]),
        helper.make_node("Cast", ["rows"], ["wide_rows"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", ["piece_scales", ids], ["row_scales"]),
        helper.make_node("Mul", ["wide_rows", "row_scales"], [out]),
    ]
    for k, node in enumerate(nodes):
        graph.node.insert(at + k, node)


def _split_gemms(graph: onnx.GraphProto) -> None:
    """The head's layers as product and sum: the blocks are for products alone."""
    for gemm in [n for n in graph.node if n.op_type == "Gemm"]:
        weights, (state, matrix, bias) = _weights(graph), gemm.input
        at, product = list(graph.node).index(gemm), f"{gemm.name}/product"
        turned = np.ascontiguousarray(numpy_helper.to_array(weights[matrix]).T)  # torch keeps it output by input
        graph.initializer.remove(weights[matrix])
        graph.initializer.append(numpy_helper.from_array(turned, matrix))
        graph.node.remove(gemm)
        graph.node.insert(at, helper.make_node("MatMul", [state, matrix], [product], name=product))
        graph.node.insert(at + 1, helper.make_node("Add", [product, bias], list(gemm.output)))
