"""Trains a reader, or goes on training one; see README.md.

usage: train.py --packs FOLDER [FOLDER] --out FOLDER [--init CHECKPOINT] [--minutes 60] [--claims .75] [--freeze 4]
                [--focus CORPUS --share .3] [--newest .5] [--search .3]
"""

import argparse
import os
import random
import time

import torch
import torch.nn.functional as F
from claims import claims, readings, window
from network import Layout, Reader, batch, encoder_and_tokenizer, jar
from packs import questions
from search import Passages, search_loss

GROUP = 3  # passages of a question that are read together
STEP = 4  # questions a step
READ = 16  # passages a step that are read for claims
NARROW = 0.75  # share of the steps that read windows of passages, as evidence is cut in use
DROPOUT = 0.0  # on processors it takes nearly half of a step; hardly a question is read twice
SEARCHED = 16  # questions a step whose vectors search
TOGETHER = 4  # texts of like length that are read at once: less is padded
JOINED = 0.1  # share of questions that are read behind another one on the same pack, as follow-ups are


def group(question):
    """Chooses the passages to read: up to two that answer, then the nearest misses and the look-alikes."""
    ranked = sorted(question["passages"], key=lambda p: -p["answers"] + random.random() * 0.05)
    right = [p for p in ranked if p["answers"] >= 0.5][:2]
    wrong = [p for p in ranked if p["answers"] < 0.5]
    near = [p for p in wrong if p["answers"] > 0]
    far = [p for p in wrong if p["answers"] == 0]
    asked = set(question["question"].lower().split())
    far.sort(key=lambda p: -len(asked & set(" ".join(p["sentences"]).lower().split())) + random.random() * 2)
    chosen = (right + near[:1 if right else 2] + far)[:GROUP]
    random.shuffle(chosen)
    return chosen


def softmax_loss(scores, none, targets):
    """Cross-entropy of a softmax over what answers, with a learned score for "none of them"."""
    wanted = torch.cat([targets, torch.zeros(1)])
    if wanted.sum() == 0:
        wanted[-1] = 1
    return -(F.log_softmax(torch.cat([scores, none.reshape(1)]), 0) * (wanted / wanted.sum())).sum()


def scores(model, laid_out):
    """Reads in half precision; returns the scores of the passages, and of the sentences of each."""
    order = sorted(range(len(laid_out)), key=lambda row: len(laid_out[row][0]))
    found = [None] * len(laid_out)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        for first in range(0, len(order), TOGETHER):
            rows = order[first:first + TOGETHER]
            *inputs, read = batch([laid_out[row] for row in rows])
            passages, sentences, _ = model(*inputs)
            for place, row in enumerate(rows):
                last = max(read[place].nonzero().flatten().tolist(), default=0)
                found[row] = passages[place].float(), sentences[place, :last + 1].float()
    return torch.stack([passage for passage, _ in found]), [sentences for _, sentences in found]


def claim_loss(model, layout, chosen, rng):
    """Cross-entropy of the passage, of each sentence, and of both together as they are used."""
    rows = [row for claim in chosen for row in readings(claim, rng)]
    rng.shuffle(rows)
    rows = rows[:READ]
    narrow = rng.random() < NARROW
    laid_out, targets = [], []
    for text, passage, own, _ in rows:
        header, sentences, own = window(passage, own, rng) if narrow else (passage["header"], passage["sentences"], own)
        laid_out.append(layout.of(text, header, sentences, claim=True))
        targets.append(own)
    passage_scores, sentence_scores = scores(model, laid_out)
    supports = torch.tensor([row[3] for row in rows])
    wanted = torch.tensor([value for own, read in zip(targets, sentence_scores) for value in own[:len(read)]])
    best = torch.stack([sentences.max() for sentences in sentence_scores])
    return (F.binary_cross_entropy_with_logits(passage_scores, supports)
            + F.binary_cross_entropy_with_logits(torch.cat(sentence_scores), wanted, pos_weight=torch.tensor(2.0))
            + F.binary_cross_entropy_with_logits(best + 0.5 * passage_scores, (supports >= 0.5).float()))


def question_loss(model, layout, chosen, others):
    laid_out, groups = [], []
    for question in chosen:
        text = question["question"]
        if random.random() < JOINED:
            other = random.choice(others[question["pack"]])
            text = text if other is question else other["question"] + " " + text
        passages = group(question)
        groups.append((len(laid_out), passages))
        laid_out += [layout.of(text, p["header"], p["sentences"]) for p in passages]
    passage_scores, sentence_scores = scores(model, laid_out)
    total = 0
    for first, passages in groups:
        rows = sentence_scores[first:first + len(passages)]
        answers = torch.tensor([p["answers"] for p in passages])
        own = passage_scores[first:first + len(passages)]
        total = total + softmax_loss(own, model.none[0], (answers >= 0.5).float() * answers)
        total = total + 0.5 * F.binary_cross_entropy_with_logits(own, answers)
        sentences = torch.cat(rows)
        targets = torch.tensor([t for read, p in zip(rows, passages) for t in p["targets"][:len(read)]])
        total = total + softmax_loss(sentences, model.none[1], (targets >= 0.9).float())
        total = total + F.binary_cross_entropy_with_logits(sentences, targets, pos_weight=torch.tensor(3.0))
    return total / len(groups)


def vector_loss(model, layout, chosen, passages):
    """How far the vectors of questions are from those of the passages that they want."""
    *inputs, _ = batch([layout.search(question["question"]) for question in chosen])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model(*inputs)[2]
    return search_loss(vectors.float(), [question["wanted"] for question in chosen], passages)


class Pool:
    """Deals from a list in random order, again and again."""

    def __init__(self, of, rng):
        self.of, self.rng, self.left = of, rng, []

    def __bool__(self):
        return bool(self.of)

    def deal(self):
        if not self.left:
            self.left = self.rng.sample(self.of, len(self.of))
        return self.left.pop()


class Pools:
    """Deals from pools, each as often as its share says; empty ones are left out."""

    def __init__(self, shares, rng):
        shares = [(pool, share) for pool, share in shares if pool]
        self.pools, self.shares, self.rng = [pool for pool, _ in shares], [share for _, share in shares], rng

    def __bool__(self):
        return bool(self.pools)

    def deal(self):
        return self.rng.choices(self.pools, self.shares)[0].deal()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--packs", required=True, nargs="+", help="folders; all but the first may lack passages of their own")
    parser.add_argument("--out", required=True)
    parser.add_argument("--init")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--claims", type=float, default=0.75, help="the share of the steps that read claims")
    parser.add_argument("--freeze", type=int, default=4, help="how many of the lowest layers stay as they are")
    parser.add_argument("--focus", help="a corpus that has a share of the questions of its own")
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--newest", type=float, default=0.5, help="the share of the last folder where there are several")
    parser.add_argument("--search", type=float, default=0.3, help="what searching counts beside reading")
    parser.add_argument("--lr", type=float, default=5e-5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(2)
    random.seed(2)
    rng = random.Random(2)
    torch.set_num_threads(options.threads)
    os.makedirs(options.out, exist_ok=True)
    bert, tokenizer = encoder_and_tokenizer(jar())
    bert.config._attn_implementation = "eager"  # on processors the other kernels' gradients take a third of a step
    model, layout = Reader(bert), Layout(tokenizer)
    if options.init:
        stored = torch.load(options.init, map_location="cpu")
        model.load_state_dict({name: value.float() for name, value in stored.items()}, strict=False)
    for dropout in (m for m in model.modules() if isinstance(m, torch.nn.Dropout)):
        dropout.p = DROPOUT
    for frozen in [bert.embeddings, *bert.encoder.layer[:options.freeze]]:
        for parameter in frozen.parameters():
            parameter.requires_grad = False
    every = questions(options.packs)
    passages = Passages(every, tokenizer, options.out)
    training = [q for q in every if not q["held"]]
    claimed = [c for c in claims(options.packs) if not c["held"]]
    others = {}
    for question in training:
        others.setdefault(question["pack"], []).append(question)
        question["wanted"] = passages.wanted(question)
    last = len(options.packs) - 1

    def shared(rows, dealer):
        """Deals from the last folder as often as is asked, and from the others."""
        parts = [[row for row in rows if (row["folder"] == last) == new] for new in (True, False)]
        return Pools(zip(map(dealer, parts), (options.newest if last else 1, 1 - options.newest)), rng)

    def focused(rows):
        parts = [[row for row in rows if (row["corpus"] == options.focus) == focus] for focus in (True, False)]
        return Pools(zip([Pool(part, rng) for part in parts], (options.share, 1 - options.share)), rng)

    asked, told = shared(training, focused), shared(claimed, lambda rows: Pool(rows, rng))
    searching = Pool([q for q in training if q["wanted"]], rng)
    layers = [p for n, p in model.named_parameters() if n.startswith("bert") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert")]
    optimizer = torch.optim.AdamW([{"params": layers, "lr": options.lr}, {"params": heads, "lr": options.lr * 4}],
                                  weight_decay=0.01)
    rates = [g["lr"] for g in optimizer.param_groups]
    model.train()
    start, step, running, found = time.time(), 0, 0.0, 0.0
    while (done := (time.time() - start) / 60 / options.minutes) < 1:
        for parameters, rate in zip(optimizer.param_groups, rates):
            parameters["lr"] = rate * (min(1, done / 0.05) * (1 - done) + 1e-3)
        if rng.random() < options.claims:
            value = claim_loss(model, layout, [told.deal() for _ in range(READ * 2 // 3)], rng)
        else:
            value = question_loss(model, layout, [asked.deal() for _ in range(STEP)], others)
        sought = vector_loss(model, layout, [searching.deal() for _ in range(SEARCHED)], passages)
        value, found = value + options.search * sought, found + float(sought.detach())
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step, running = step + 1, running + float(value.detach())
        if step % 25 == 0:
            print(f"{(time.time() - start) / 60:.1f} min, step {step}, loss {running / 25:.3f}, of search {found / 25:.3f}", flush=True)
            running = found = 0.0
            torch.save(model.state_dict(), options.out + "/reader.pt")
    torch.save(model.state_dict(), options.out + "/reader.pt")


if __name__ == "__main__":
    main()
