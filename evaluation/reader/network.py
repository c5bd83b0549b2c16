"""The reader's network: an encoder that sees question, header and passage together and scores the passage and each sentence."""

import io
import re
import zipfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

CLS, SEP, HEADER_END, CLAIM, SEARCH = 101, 102, 1, 2, 3
MAX_QUESTION, MAX_HEADER, MAX_TOKENS = 64, 24, 224


def jar(encoder="bge-small-en-v15"):
    """Returns the jar of the bundled fp32 encoder in the local Maven repository."""
    name = f"langchain4j-embeddings-{encoder}"
    folder = Path.home() / ".m2/repository/dev/langchain4j" / name
    return next(folder.glob("*/*.jar"))


def encoder_and_tokenizer(path):
    """Loads an encoder's weights and its tokenizer out of the jar; a matrix is found by the bias added to its product."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        model = onnx.load(io.BytesIO(archive.read(next(n for n in names if n.endswith(".onnx")))))
        tokenizer = Tokenizer.from_str(
            archive.read(next(n for n in names if n.endswith("tokenizer.json"))).decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    stored = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    produced = {output: node for node in model.graph.node for output in node.output}
    weights = {}
    for name, value in stored.items():
        plain = re.sub(r"^(bert|model|0\.auto_model|auto_model)\.", "", name)
        if plain.startswith(("embeddings.", "encoder.")):
            weights[plain] = torch.tensor(value.copy())
    for node in model.graph.node:
        biases = [i for i in node.input if i in stored and i.endswith(".bias")]
        others = [i for i in node.input if i not in biases]
        if node.op_type == "Add" and biases and others and others[0] in produced:
            product = produced[others[0]]
            matrices = [i for i in product.input if i in stored]
            if product.op_type == "MatMul" and matrices:
                plain = re.sub(r"^(bert|model|0\.auto_model|auto_model)\.", "", biases[0])
                weights[plain.removesuffix(".bias") + ".weight"] = torch.tensor(stored[matrices[0]].T.copy())
    layers = 1 + max(int(m.group(1)) for m in map(re.compile(r"layer\.(\d+)\.").search, weights) if m)
    vocabulary, hidden = weights["embeddings.word_embeddings.weight"].shape
    config = BertConfig(vocab_size=vocabulary, hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=12,
                        intermediate_size=weights["encoder.layer.0.intermediate.dense.bias"].shape[0],
                        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    bert = BertModel(config, add_pooling_layer=False)
    bert.load_state_dict(weights, strict=False)
    return bert, tokenizer


class Reader(nn.Module):
    """Scores as logits: the passage's from [CLS], a sentence's from the mean of its tokens; a question alone has a vector."""

    def __init__(self, bert):
        super().__init__()
        self.bert = bert
        hidden = bert.config.hidden_size
        self.sent = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 1))
        self.pas = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 1))
        self.vec = nn.Linear(hidden, hidden)
        nn.init.eye_(self.vec.weight)
        nn.init.zeros_(self.vec.bias)
        self.none = nn.Parameter(torch.zeros(2))  # learned scores of "no passage" and "no sentence"

    def forward(self, input_ids, token_type_ids, attention_mask, sentence_map):
        states = self.bert(input_ids, attention_mask, token_type_ids=token_type_ids).last_hidden_state
        first = states[:, 0]
        return (self.pas(first).squeeze(-1), self.sent(torch.bmm(sentence_map, states)).squeeze(-1),
                nn.functional.normalize(self.vec(first), dim=-1))


class Layout:
    """Lays texts out as the network reads them: [CLS] question [SEP] header [unused1] sentences [SEP]."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.known = {}

    def pieces(self, text):
        if text not in self.known:
            self.known[text] = self.tokenizer.encode(text, add_special_tokens=False).ids
        return self.known[text]

    def of(self, question, header, sentences, claim=False):
        """Returns ids, types and for each sentence where its tokens begin and end; a claim has a marker of its own."""
        asked = [CLS] + ([CLAIM] if claim else []) + self.pieces(question)[:MAX_QUESTION] + [SEP]
        ids = asked + self.pieces(header)[:MAX_HEADER] + [HEADER_END]
        places = []
        for sentence in sentences:
            kept = self.pieces(sentence)[:max(0, MAX_TOKENS - 1 - len(ids))]
            places.append((len(ids), len(ids) + len(kept)))
            ids = ids + kept
        ids = ids + [SEP]
        return ids, [0] * len(asked) + [1] * (len(ids) - len(asked)), places

    def search(self, question):
        """Returns the same for a question alone, whose vector searches; it has one sentence, which nobody reads."""
        ids = [CLS, SEARCH] + self.pieces(question)[:MAX_QUESTION] + [SEP]
        return ids, [0] * len(ids), [(0, 0)]


def batch(laid_out):
    """Pads layouts to one batch of few shapes, whose kernels are kept; the last value says which sentences have tokens."""
    tokens = -(-max(len(ids) for ids, _, _ in laid_out) // 32) * 32
    most = -(-max(len(places) for _, _, places in laid_out) // 8) * 8
    ids = torch.zeros(len(laid_out), tokens, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    sentence_map = torch.zeros(len(laid_out), most, tokens)
    read = torch.zeros(len(laid_out), most, dtype=torch.bool)
    for row, (own, own_types, places) in enumerate(laid_out):
        ids[row, :len(own)] = torch.tensor(own)
        types[row, :len(own)] = torch.tensor(own_types)
        mask[row, :len(own)] = 1
        for place, (start, end) in enumerate(places):
            if end > start:
                sentence_map[row, place, start:end] = 1 / (end - start)
                read[row, place] = True
    return ids, types, mask, sentence_map, read
