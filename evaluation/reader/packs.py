"""Reads packs of look-alike passages with questions, whose format the README describes."""

import gzip
import json
import zlib
from pathlib import Path

ANSWERS, HELPS = 1.0, 0.15  # the targets of a sentence that answers, or that helps but does not answer alone


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def is_held(pack):
    """Tells whether a pack is held back for validation: one in twelve, by its name."""
    return zlib.crc32(pack.encode()) % 12 == 0


def header(passage):
    return passage["title"] + (" / " + passage["head"] if passage["head"] else "")


def packs_of(folders):
    """Returns the packs by name; a folder may have more questions and claims on the packs of another."""
    return {pack["pack"]: pack for folder in map(Path, folders) if (folder / "packs.jsonl.gz").exists()
            for pack in lines(folder / "packs.jsonl.gz")}


def rows(folders, name):
    """Returns the lines of a file of each folder, each with the folder's place."""
    return [(row, place) for place, folder in enumerate(map(Path, folders)) for row in lines(folder / name)]


def questions(folders):
    """Returns each question with its passages: header, sentences, and the targets of the passage and its sentences."""
    packs = packs_of(folders)
    found = []
    for row, place in rows(folders, "questions.jsonl.gz"):
        whole, part = {s for ways in row["a"] for s in ways}, set(row["p"])
        homes = {}
        for way in row["a"]:
            spread = {s.split(".")[0] for s in way}
            for home in spread:  # a passage that holds but a part of an answer counts less
                homes[home] = max(homes.get(home, 0), 1.0 if len(spread) == 1 else 0.6)
        passages = []
        for passage in packs[row["pack"]]["passages"]:
            names = [f"{passage['id']}.{n + 1}" for n in range(len(passage["sents"]))]
            passages.append({
                "header": header(passage),
                "sentences": passage["sents"],
                "targets": [ANSWERS if n in whole else HELPS if n in part else 0.0 for n in names],
                "answers": homes.get(str(passage["id"]), 0.08 if part & set(names) else 0.0)})
        found.append({"question": row["q"], "passages": passages, "pack": row["pack"], "style": row["style"],
                      "corpus": row["pack"].split(":")[1].rsplit("-", 1)[0], "held": is_held(row["pack"]), "folder": place})
    return found
