"""Makes a checkpoint of the model in the repository, to go on training from. usage: restore.py MODEL OUT

Seven-bit weights become floats again; what no training changed is the encoder's own, as its jar has it.
"""

import sys

import onnx
import torch
from network import Reader, encoder_and_tokenizer, jar
from onnx import numpy_helper

HEADS = ("bert.", "sent.", "pas.", "vec.")
MADE = ("_quantized", "_scale", "_zero_point", "_Transposed")  # what quantizing makes of a matrix
FROZEN = ("bert.embeddings.", *(f"bert.encoder.layer.{n}." for n in range(4)))


def restored(path):
    """Returns the weights by name; a matrix is found by the bias that is added to its product."""
    graph = onnx.load(path).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    produced = {output: node for node in graph.node for output in node.output}
    weights = {name: torch.tensor(value.copy()) for name, value in stored.items()
               if name.startswith(HEADS) and not name.endswith(MADE)}

    def matrix(node):
        """Returns the matrix of the product that a node takes its value from."""
        for name in node.input:
            if name in stored and name.endswith("_quantized"):
                plain = name.removesuffix("_quantized")
                low = stored.get(plain + "_zero_point")
                return (stored[name].astype("float32") - low.astype("float32")) * stored[plain + "_scale"]
            if name in stored and stored[name].ndim == 2:
                return stored[name]
        for name in node.input:
            if name in produced and produced[name].op_type in ("MatMulInteger", "Cast", "Mul", "MatMul"):
                found = matrix(produced[name])
                if found is not None:
                    return found
        return None

    for node in graph.node:
        biases = [name for name in node.input if name in weights and name.endswith(".bias")]
        if node.op_type in ("Add", "Gemm") and biases:
            sources = [node] if node.op_type == "Gemm" else [produced[n] for n in node.input if n in produced]
            for source in sources:
                found = matrix(source)
                if found is not None:
                    weights[biases[0].removesuffix(".bias") + ".weight"] = torch.tensor(found.T.copy())
                    break
    return weights


def main(model, out):
    weights = {name: value for name, value in restored(model).items() if not name.startswith(FROZEN)}
    wanted = dict(Reader(encoder_and_tokenizer(jar())[0]).named_parameters())
    missing = [name for name in wanted if name not in weights and not name.startswith((*FROZEN, "none", "vec."))]
    if missing or any(wanted[name].shape != value.shape for name, value in weights.items()):
        sys.exit(f"{model} is not the reader: {missing}")
    torch.save(weights, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
