"""The large engine's encoder as an ONNX graph with 8-bit weights, written operator by operator.

Weights of matrix products are int8 with a scale for each column, symmetric; what comes in is
quantised as it comes (DynamicQuantizeLinear), so that onnxruntime multiplies integers. The table of
word pieces is int8 with a scale for each row. Everything else stays float32.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.encoder import HEADS, WIDTH, Encoder

_OPSET = 20  # the first with Gelu


class Graph:
    """Operators and constants as they are added, each result by its name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def name(self) -> str:
        self._count += 1
        return f"t{self._count}"

    def constant(self, value: NDArray[np.generic]) -> str:
        name = self.name()
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def floats(self, value: object) -> str:
        return self.constant(np.asarray(value, np.float32))

    def add(self, operator: str, *inputs: str, outputs: int = 1, **attributes: object) -> str:
        return self.several(operator, *inputs, outputs=outputs, **attributes)[0]

    def several(self, operator: str, *inputs: str, outputs: int, **attributes: object) -> list[str]:
        names = [self.name() for _ in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, **attributes))
        return names


def build(encoder: Encoder) -> bytes:
    """The ONNX model: `ids` (1, n) int64 to `hidden` (1, n, width) float32."""
    graph = Graph()
    weights = {k: v.detach().numpy() for k, v in encoder.state_dict().items()}
    x = _embedded(graph, weights)
    for number in range(len(encoder.layers)):
        x = _layer(graph, weights, f"layers.{number}.")(x)
    graph.nodes.append(helper.make_node("Identity", [x], ["hidden"]))
    width = weights["norm.weight"].shape[0]
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"])],
        [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, [1, "n", width])],
        graph.constants,
    )
    opset = [helper.make_opsetid("", _OPSET)]
    model = helper.make_model(made, opset_imports=opset, ir_version=9, producer_name="onrecord")
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _embedded(graph: Graph, weights: dict[str, NDArray[np.float32]]) -> str:
    table = weights["pieces.weight"]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    rows = graph.add("Gather", graph.constant(np.round(table / scale).astype(np.int8)), "ids")
    rows = graph.add("Cast", rows, to=TensorProto.FLOAT)
    rows = graph.add("Mul", rows, graph.add("Gather", graph.floats(scale), "ids"))
    size = graph.add("Gather", graph.add("Shape", "ids"), graph.constant(np.array([1])))
    places = graph.floats(weights["places.weight"] + weights["kind"])
    zero = graph.constant(np.array([0]))
    x = graph.add("Add", rows, graph.add("Slice", places, zero, size, zero))
    return _normal(graph, weights, "norm", x)


def _normal(graph: Graph, weights: dict[str, NDArray[np.float32]], name: str, x: str) -> str:
    scale, bias = graph.floats(weights[f"{name}.weight"]), graph.floats(weights[f"{name}.bias"])
    return graph.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)


def _linear(graph: Graph, weights: dict[str, NDArray[np.float32]], name: str, x: str) -> str:
    """x (1, n, in) times an int8 matrix with a scale for each column, plus the bias."""
    matrix = weights[f"{name}.weight"].T
    scale = np.abs(matrix).max(axis=0) / 127
    rounded = graph.constant(np.round(matrix / scale).astype(np.int8))
    given, given_scale, given_zero = graph.several("DynamicQuantizeLinear", x, outputs=3)
    zero = graph.constant(np.zeros(matrix.shape[1], np.int8))
    product = graph.add("MatMulInteger", given, rounded, given_zero, zero)
    product = graph.add("Cast", product, to=TensorProto.FLOAT)
    scales = graph.add("Mul", given_scale, graph.floats(scale))
    product = graph.add("Mul", product, scales)
    return graph.add("Add", product, graph.floats(weights[f"{name}.bias"]))


def _layer(graph: Graph, weights: dict[str, NDArray[np.float32]], at: str) -> Callable[[str], str]:
    each = WIDTH // HEADS
    apart = graph.constant(np.array([0, 0, HEADS, each]))
    together = graph.constant(np.array([0, 0, WIDTH]))

    def heads(x: str, *order: int) -> str:
        return graph.add("Transpose", graph.add("Reshape", x, apart), perm=list(order))

    def run(x: str) -> str:
        joined = _linear(graph, weights, f"{at}attention", x)
        q, k, v = graph.several("Split", joined, outputs=3, axis=-1, num_outputs=3)
        q = graph.add("Mul", heads(q, 0, 2, 1, 3), graph.floats(each**-0.5))
        looked = graph.add("MatMul", q, heads(k, 0, 2, 3, 1))
        shares = graph.add("Softmax", looked, axis=-1)
        seen = graph.add("MatMul", shares, heads(v, 0, 2, 1, 3))
        seen = graph.add("Reshape", graph.add("Transpose", seen, perm=[0, 2, 1, 3]), together)
        seen = graph.add("Add", x, _linear(graph, weights, f"{at}out", seen))
        seen = _normal(graph, weights, f"{at}norm1", seen)
        wide = graph.add("Gelu", _linear(graph, weights, f"{at}widen", seen))
        narrow = _linear(graph, weights, f"{at}narrow", wide)
        return _normal(graph, weights, f"{at}norm2", graph.add("Add", seen, narrow))

    return run
