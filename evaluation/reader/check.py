"""Reads the packs that are held back with a checkpoint and prints its figures. usage: check.py CHECKPOINT PACKS…"""

import collections
import sys
from pathlib import Path

import torch
from claims import claims, nearest
from network import Layout, Reader, batch, encoder_and_tokenizer, jar
from packs import questions
from search import Passages, embedded


def area(right, wrong):
    """Returns how often one of the right scores is higher than one of the wrong: the area under the ROC curve."""
    return sum((r > w) + 0.5 * (r == w) for r in right for w in wrong) / max(1, len(right) * len(wrong))


def best(model, laid_out):
    """Returns the scores of all sentences, each with half of its passage's, by passage."""
    *inputs, read = batch(laid_out)
    passages, sentences, _ = model(*inputs)
    return (sentences + 0.5 * passages[:, None]).masked_fill(~read, -1e4), read


def check_questions(model, layout, held):
    hits, ranks, answered, missed = collections.defaultdict(list), [], [], []
    for question in held:
        scores, read = best(model, [layout.of(question["question"], p["header"], p["sentences"]) for p in question["passages"]])
        ranked = sorted(((float(scores[r, s]), t) for r, p in enumerate(question["passages"])
                         for s, t in enumerate(p["targets"]) if read[r, s]), reverse=True)
        if any(t >= 0.9 for _, t in ranked):
            hits[question["style"]].append(ranked[0][1] >= 0.9)
            ranks.append(next(1 / (i + 1) for i, (_, t) in enumerate(ranked) if t >= 0.9))
            answered.append(ranked[0][0])
        else:
            missed.append(ranked[0][0])
    every = [h for style in hits.values() for h in style]
    print(f"{len(held)} questions: top sentence answers {sum(every) / len(every):.3f}, mean reciprocal rank "
          f"{sum(ranks) / len(ranks):.3f}, near-misses told apart {area(answered, missed):.3f}")
    print(", ".join(f"{style} {sum(h) / len(h):.2f}" for style, h in sorted(hits.items())))


def check_claims(model, layout, held):
    scores = {True: collections.defaultdict(list), False: collections.defaultdict(list)}
    for claim in held:
        read, _ = best(model, [layout.of(claim["claim"], p["header"], p["sentences"], claim=True) for p in nearest(claim)])
        scores[claim["true"]][claim["kind"]].append(float(read.max()))
    right, wrong = (sorted(s for kind in scores[true].values() for s in kind) for true in (True, False))
    shown = [sum(w >= right[int(len(right) * (1 - kept))] for w in wrong) / len(wrong) for kept in (0.8, 0.9)]
    print(f"{len(held)} claims: true and false told apart {area(right, wrong):.3f}; false ones shown where 80 % of the true "
          f"ones are {shown[0]:.3f}, where 90 % are {shown[1]:.3f}")
    print(", ".join(f"{kind} {area(s, wrong):.2f}" for kind, s in sorted(scores[True].items())) + "; "
          + ", ".join(f"{kind} {area(right, s):.2f}" for kind, s in sorted(scores[False].items())))


def check_search(model, layout, tokenizer, held, passages):
    """Prints how often a passage with an answer is among the nearest ten of all, by the question's vector and by the encoder's."""
    held = [q for q in held if passages.wanted(q)]
    trained = torch.cat([model(*batch([layout.search(q["question"])])[:-1])[2] for q in held])
    for name, vectors in (("trained", trained), ("encoder", torch.tensor(embedded(tokenizer, [q["question"] for q in held])))):
        near = (vectors @ passages.vectors.T).topk(10).indices.tolist()
        styles = collections.defaultdict(list)
        for question, found in zip(held, near):
            hit = bool(set(found) & set(passages.wanted(question)))
            styles["all"].append(hit)
            styles[question["style"]].append(hit)
        print(f"{name} vectors, recall@10 of {len(passages.vectors)}: "
              + ", ".join(f"{style} {sum(h) / len(h):.3f}" for style, h in sorted(styles.items())))


@torch.no_grad()
def main(checkpoint, *packs):
    bert, tokenizer = encoder_and_tokenizer(jar())
    model, layout = Reader(bert).eval(), Layout(tokenizer)
    stored = torch.load(checkpoint, map_location="cpu")
    model.load_state_dict({name: value.float() for name, value in stored.items()}, strict=False)
    every = questions(packs)
    held = [q for q in every if q["held"]]
    check_questions(model, layout, held)
    check_claims(model, layout, [c for c in claims(packs) if c["held"]])
    check_search(model, layout, tokenizer, held, Passages(every, tokenizer, Path(checkpoint).parent))


if __name__ == "__main__":
    main(*sys.argv[1:])
