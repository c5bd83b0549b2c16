"""Exports a checkpoint to ONNX, fp32 and int8, and compares the two. usage: export.py CHECKPOINT OUT [PACKS…]"""

import os
import random
import sys
import time

import numpy as np
import onnx
import onnxruntime
import torch
from network import Layout, Reader, batch, encoder_and_tokenizer, jar
from onnxruntime.quantization import QuantType, quantize_dynamic
from packs import questions

INPUTS = ["input_ids", "token_type_ids", "attention_mask", "sentence_map"]
AXES = {"input_ids": {0: "b", 1: "t"}, "token_type_ids": {0: "b", 1: "t"}, "attention_mask": {0: "b", 1: "t"},
        "sentence_map": {0: "b", 1: "s", 2: "t"}, "passage": {0: "b"}, "sentences": {0: "b", 1: "s"}, "vector": {0: "b"}}


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options)


def read(model, laid_out):
    """Returns the logits of one passage and of its sentences that have tokens, and the vector."""
    *inputs, seen = batch([laid_out])
    passage, sentences, vector = model.run(None, {name: value.numpy() for name, value in zip(INPUTS, inputs)})
    return passage[0], sentences[0][seen[0].numpy()], vector[0]


def export(checkpoint, out):
    os.makedirs(out, exist_ok=True)
    bert, tokenizer = encoder_and_tokenizer(jar())
    model, layout = Reader(bert), Layout(tokenizer)
    stored = torch.load(checkpoint, map_location="cpu")
    model.load_state_dict({name: value.float() for name, value in stored.items()}, strict=False)
    model.eval()
    bert.config._attn_implementation = "eager"
    *inputs, _ = batch([layout.of("Who wrote it?", "Title", ["He wrote it.", "She read it in 1950."]),
                        layout.of("When?", "Other", ["In 1950 it was read."])])
    whole, small = out + "/reader-fp32.onnx", out + "/reader.onnx"
    torch.onnx.export(model, tuple(inputs), whole, input_names=INPUTS, output_names=["passage", "sentences", "vector"],
                      dynamic_axes=AXES, opset_version=17, dynamo=False)
    # Seven-bit weights, since processors without VNNI saturate on eight; the small heads stay as they are.
    heads = [name for n in onnx.load(whole).graph.node if any(head in n.name for head in ("/sent/", "/pas/", "/vec/"))
             for name in (n.name, n.name + "_MatMul")]  # what a Gemm becomes
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=heads)
    return whole, small, layout


def compare(whole, small, layout, folders, count=60):
    held = [q for q in questions(folders) if q["held"]]
    random.Random(3).shuffle(held)
    laid_out = [layout.of(q["question"], p["header"], p["sentences"]) for q in held[:count // 4] for p in q["passages"][:4]]
    results = []
    for path in (whole, small):
        model = session(path)
        begin = time.process_time()
        results.append([read(model, each) for each in laid_out])
        print(f"{path}: {os.path.getsize(path) / 2**20:.0f} MiB, {(time.process_time() - begin) / len(laid_out) * 1000:.0f} ms a passage, one thread")
    differences = np.concatenate([one[1] - other[1] for one, other in zip(*results)])
    same = np.mean([one[1].argmax() == other[1].argmax() for one, other in zip(*results)])
    print(f"sentence logits differ by {np.sqrt((differences**2).mean()):.2f} (root mean square), {abs(differences).max():.2f} at most; "
          f"same top sentence {same:.3f}")
    both = [[read(model, layout.search(q["question"]))[2] for q in held[:count]] for model in map(session, (whole, small))]
    print(f"least cosine of a question's two vectors {min(float(one @ other) for one, other in zip(*both)):.3f}")


if __name__ == "__main__":
    made = export(sys.argv[1], sys.argv[2])
    if len(sys.argv) > 3:
        compare(*made, sys.argv[3:])
