"""Public sets of labelled messages as one kind of file, with the same splits for everybody: part, labels, text."""

import csv
import gzip
import io
import json
import os

import numpy as np
from sklearn.model_selection import StratifiedKFold


def opened(*path):
    """A text file, gzipped or plain."""
    name = os.path.join(*path)
    file = gzip.open(name, "rb") if name.endswith(".gz") else open(name, "rb")
    return io.TextIOWrapper(file, encoding="utf-8", newline="")


def banking77(folder):
    """Of each category every fifth message is judged."""
    seen = {}
    for row in csv.DictReader(opened(folder, "banking77", "train.csv.gz")):
        count = seen[row["category"]] = seen.get(row["category"], 0) + 1
        yield "train" if count % 5 else "test", [row["category"]], row["text"]


def clinc150(folder, foreign=False):
    """Validation by training; out-of-scope messages are only judged, or also trained on."""
    data = json.load(opened(folder, "clinc150", "data_train_val.json.gz"))
    parts = {"train": "train", "val": "test", "oos_val": "test"} | ({"oos_train": "train"} if foreign else {})
    for key, part in parts.items():
        for text, label in data[key]:
            yield part, [] if label == "oos" else [label], text


def nlupp(folder):
    """Ten parts of two of the published folds each."""
    for line in opened(folder, "nlupp", "banking.jsonl.gz"):
        row = json.loads(line)
        yield str(row["fold"] // 2), row.get("intents", []), row["text"]


def folds(rows):
    """Five parts, labels spread over them."""
    labels = [labels[0] for labels, _ in rows]
    parts = np.empty(len(rows), int)
    split = StratifiedKFold(5, shuffle=True, random_state=0).split(labels, labels)
    for part, (_, judged) in enumerate(split):
        parts[judged] = part
    for part, (labels, text) in zip(parts, rows):
        yield str(part), labels, text


def cfpb(folder):
    rows = csv.DictReader(opened(folder, "cfpb_complaints", "cfpb_narratives.csv.gz"))
    return folds([([row["product"]], row["narrative"]) for row in rows])


def tweets(folder):
    return list(csv.DictReader(opened(folder, "airline_tweets", "airline_tweets.csv.gz")))


def airline(folder):
    return folds([([row["airline_sentiment"]], row["text"]) for row in tweets(folder)])


def airline_reason(folder):
    """Why a tweet complains, where those who labelled it agreed."""
    return folds([
        ([row["negativereason"]], row["text"]) for row in tweets(folder)
        if row["negativereason"] not in ("", "Can't Tell") and float(row["negativereason_confidence"]) >= 0.6])


def airline_angry(folder):
    return folds([
        (["negative" if row["airline_sentiment"] == "negative" else "other"], row["text"]) for row in tweets(folder)])


def support(company):
    """What customers wrote to a company; the columns after it are labels."""
    def rows(folder):
        table = list(csv.reader(opened(folder, "support_tweets", f"{company}_inbound_labelled.csv")))
        first, text = table[0].index("company") + 1, table[0].index("text")
        for number, row in enumerate(table[1:]):
            labels = [name for name, cell in zip(table[0][first:], row[first:]) if cell.startswith("1")]
            yield str(number % 5), labels, row[text]
    return rows


SETS = {
    "banking77": banking77,
    "clinc150": clinc150,
    "clinc150-with-foreign": lambda folder: clinc150(folder, foreign=True),
    "nlupp": nlupp,
    "cfpb": cfpb,
    "airline": airline,
    "airline-reason": airline_reason,
    "airline-angry": airline_angry,
    "support-apple": support("AppleSupport"),
    "support-spotify": support("SpotifyCares"),
}
RANKED = {"airline-angry": "negative"}


def write(name, folder, home):
    """The set as a file of lines of part, labels and text; its path."""
    path = os.path.join(home, f"{name}.tsv")
    with open(path, "w", encoding="utf-8") as file:
        print("part", f"rank:{RANKED[name]}" if name in RANKED else "labels", "text", sep="\t", file=file)
        for part, labels, text in SETS[name](folder):
            print(part, "|".join(labels), " ".join(text.split()), sep="\t", file=file)
    return path
