"""Questions that search: the vectors of all passages, as the encoder makes them, and which of them each question wants."""

import hashlib
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from network import jar

MOST = 512  # word pieces of a text, special ones included


def embedded(tokenizer, texts):
    """Returns the vectors that an index has of texts: those of the program's own encoder, int8, of length one."""
    with zipfile.ZipFile(jar("bge-small-en-v15-q")) as archive:
        model = archive.read(next(name for name in archive.namelist() if name.endswith(".onnx")))
    session = onnxruntime.InferenceSession(model)
    vectors = []
    for text in texts:  # one by one: in a batch the texts would share the scale of their int8 activations
        ids = tokenizer.encode(text).ids
        ids = np.array([ids if len(ids) <= MOST else ids[:MOST - 1] + ids[-1:]])
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        first = session.run(None, {each.name: inputs[each.name] for each in session.get_inputs()})[0][0, 0]
        vectors.append(first / np.linalg.norm(first))
    return np.stack(vectors)


class Passages:
    """The distinct passages of all packs with their vectors; made once and kept in a folder, in a file named by the texts."""

    def __init__(self, questions, tokenizer, folder):
        self.numbers = {}
        texts = []
        for question in questions:
            for passage in question["passages"]:
                key = " ".join(passage["sentences"])
                if key not in self.numbers:
                    self.numbers[key] = len(texts)
                    texts.append(passage["header"] + "\n" + key)
        name = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
        cache = Path(folder) / f"passages-{name}.npy"
        if not cache.exists():
            np.save(cache, embedded(tokenizer, texts))
        self.vectors = torch.tensor(np.load(cache))

    def wanted(self, question):
        """Returns the numbers of the passages that hold an answer or a part of one."""
        return sorted({self.numbers[" ".join(p["sentences"])] for p in question["passages"] if p["answers"] >= 0.5})


def search_loss(vectors, wanted, passages, temperature=0.03):
    """Cross-entropy of a softmax over all passages, any of those that a question wants being right."""
    scores = vectors @ passages.vectors.T / temperature
    right = torch.zeros_like(scores, dtype=torch.bool)
    for row, numbers in enumerate(wanted):
        right[row, numbers] = True
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)).mean()
