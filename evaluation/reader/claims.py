"""Claims on packs, whose format the README describes, and false twins of true ones: the same claim with one thing changed."""

import random
import re

from packs import header, is_held, packs_of, rows

MONTHS = ("January February March April May June July August September October November December").split()
AUXILIARY = re.compile(
    r"\b(was|were|is|are|had|has|have|would|could|will|can|should|did|does|do|must|may)\b(?! not| n[’']t)")
NEGATION = re.compile(r"\b(not|never|no longer) ")
OPPOSITES = [
    ("before", "after"), ("more", "less"), ("north", "south"), ("northern", "southern"), ("east", "west"),
    ("eastern", "western"), ("increase", "decrease"), ("increased", "decreased"), ("accepted", "rejected"),
    ("agreed", "refused"), ("first", "last"), ("all", "few"), ("most", "few"), ("always", "never"),
    ("largest", "smallest"), ("higher", "lower"), ("high", "low"), ("won", "lost"), ("early", "late"),
    ("earlier", "later"), ("many", "few"), ("better", "worse"), ("supported", "opposed"), ("approved", "opposed"),
    ("allowed", "forbade"), ("strong", "weak"), ("old", "new"), ("above", "below"), ("rose", "fell"),
    ("began", "stopped"), ("asked", "told")]
OPPOSITE = {}
for one, other in OPPOSITES:
    OPPOSITE.setdefault(one, other)
    OPPOSITE.setdefault(other, one)
NO_NAMES = set("The A An In On At It He She They This That These Those His Her Their Its For By From With As And But Or If "
               "When While After Before To Of During Both Each Some Many Most All No Not One Two Three".split()) | set(MONTHS)
CAPITALISED = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
NAME = re.compile(r"(?<![.!?] )(?<!^)\b" + CAPITALISED)
NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d(?!\w)")


def names(text):
    return [n for n in NAME.findall(text) if n.split()[0] not in NO_NAMES and len(n) > 2]


def replaced(text, match, new):
    return text[:match.start()] + new + text[match.end():]


def other_number(claim, text, rng):
    found = list(NUMBER.finditer(claim))
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    others = [n for n in sorted(set(re.findall(r"\d[\d,.]*\d|\d", text))) if n != old and len(n) == len(old) and n not in claim]
    if others and rng.random() < 0.6:
        return replaced(claim, match, rng.choice(others))
    digits = list(old)
    place = rng.choice([i for i, c in enumerate(digits) if c.isdigit()])
    digits[place] = rng.choice([d for d in "123456789" if d != digits[place]])
    return replaced(claim, match, "".join(digits))


def other_month(claim, text, rng):
    found = list(re.finditer(r"\b(" + "|".join(MONTHS) + r")\b", claim))
    if not found:
        return None
    match = rng.choice(found)
    return replaced(claim, match, rng.choice([m for m in MONTHS if m != match.group()]))


def other_name(claim, text, rng):
    own = names(claim)
    if not own:
        return None
    old = rng.choice(own)
    others = [n for n in sorted(set(names(text))) if n not in claim and abs(len(n.split()) - len(old.split())) <= 1
              and not set(n.split()) & set(old.split())]
    return claim.replace(old, rng.choice(others)) if others else None


def other_denial(claim, text, rng):
    match = NEGATION.search(claim)
    if match:
        return None if "not only" in claim else replaced(claim, match, "")
    match = AUXILIARY.search(claim)
    return claim[:match.end()] + " not" + claim[match.end():] if match else None


def opposite(claim, text, rng):
    found = [m for m in re.finditer(r"\w+", claim) if m.group().lower() in OPPOSITE]
    if not found:
        return None
    match = rng.choice(found)
    new = OPPOSITE[match.group().lower()]
    return replaced(claim, match, new.capitalize() if match.group()[0].isupper() else new)


def swapped(claim, text, rng):
    """Lets two names change places, unless they are of one list."""
    own = names(claim)
    first = re.match(CAPITALISED, claim)
    if first and first.group().split()[0] not in NO_NAMES:
        own.append(first.group())
    own = [n for n in sorted(set(own)) if claim.count(n) == 1]
    if len(own) < 2:
        return None
    one, other = sorted(rng.sample(own, 2), key=claim.index)
    between = claim[claim.index(one) + len(one):claim.index(other)]
    if len(between) <= 8 or re.match(r",| and | or |’s ", between):
        return None
    return claim.replace(one, "\0").replace(other, one).replace("\0", other)


def twin(claim, text, rng):
    """Returns a claim with one thing changed that makes it false; None where nothing fits."""
    ways = [other_number, other_month, other_name, other_name, other_denial, opposite, swapped, swapped]
    rng.shuffle(ways)
    return next((changed for changed in (way(claim, text, rng) for way in ways) if changed), None)


def claims(folders):
    """Returns each claim with its passages: header, sentences, targets, and which sentences come nearest."""
    packs = packs_of(folders)
    found = []
    for row, place in rows(folders, "claims.jsonl.gz"):
        whole = {s for way in row["s"] for s in way}
        homes = {}
        for way in row["s"]:
            spread = {s.split(".")[0] for s in way}
            for home in spread:  # a passage that holds but a part of the support counts less
                homes[home] = max(homes.get(home, 0), 1.0 if len(spread) == 1 else 0.5)
        passages = []
        for passage in packs[row["pack"]]["passages"]:
            names_ = [f"{passage['id']}.{n + 1}" for n in range(len(passage["sents"]))]
            passages.append({
                "header": header(passage), "sentences": passage["sents"],
                "targets": [1.0 if n in whole else 0.0 for n in names_],
                "near": [n in whole or n in row["n"] for n in names_],
                "supports": homes.get(str(passage["id"]), 0.0)})
        found.append({"claim": row["c"], "kind": row["kind"], "true": bool(row["s"]), "passages": passages,
                      "pack": row["pack"], "held": is_held(row["pack"]), "folder": place})
    return found


def nearest(claim):
    """Returns the passages of a claim that support it or come nearest."""
    return [p for p in claim["passages"] if any(p["near"])] or claim["passages"][:1]


def window(passage, targets, rng):
    """Cuts a passage to the sentences that matter with up to two on either side, as evidence is cut in use."""
    count = len(passage["sentences"])
    matter = [i for i in range(count) if passage["near"][i]] or [rng.randrange(count)]
    first = max(0, min(matter) - rng.choice((0, 0, 1, 2)))
    last = min(count, max(matter) + 1 + rng.choice((0, 0, 1, 2)))
    return passage["header"], passage["sentences"][first:last], targets[first:last]


def readings(claim, rng):
    """Returns what is read of a claim in one step, each as claim, passage, targets of its sentences, and its own."""
    near = nearest(claim)
    rng.shuffle(near)
    near.sort(key=lambda p: -(p["supports"] >= 1))
    chosen = near[:2] if rng.random() < 0.5 else near[:1]
    if rng.random() < 0.25:
        rest = [p for p in claim["passages"] if not p["supports"] and p not in chosen]
        chosen = chosen + ([rng.choice(rest)] if rest else [])
    read = [(claim["claim"], p, p["targets"], p["supports"]) for p in chosen]
    text = " ".join(s for p in claim["passages"] for s in p["sentences"])
    if claim["true"] and rng.random() < 0.6:
        read += twins(claim["claim"], chosen[0], text, rng)
    if rng.random() < 0.12:
        read += copied(claim, text, rng)
    return read


def twins(true, passage, text, rng):
    false = twin(true, text, rng)
    return [(false, passage, [0.0] * len(passage["sentences"]), 0.0)] if false else []


def copied(claim, text, rng):
    """Takes a sentence of the pack for a claim, and its twin."""
    passage = rng.choice(claim["passages"])
    long = [i for i, s in enumerate(passage["sentences"]) if 40 < len(s) < 260]
    if not long:
        return []
    at = rng.choice(long)
    here = dict(passage, near=[i == at for i in range(len(passage["sentences"]))])
    sentence = passage["sentences"][at]
    return [(sentence, here, [float(n) for n in here["near"]], 1.0)] + twins(sentence, here, text, rng)
