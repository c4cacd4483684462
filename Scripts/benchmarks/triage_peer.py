"""TF-IDF and linear models of scikit-learn on the files that triage-accuracy reads; prints the same lines.

usage: triage_peer.py FILE...
"""

import csv
import os
import pickle
import sys
import time
import warnings

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

warnings.filterwarnings("ignore")
# What does best on each set with these features.
SETTINGS = {
    "cfpb": {"class_weight": "balanced"}, "nlupp": {"class_weight": "balanced"}, "airline": {"C": 0.5},
    "airline-reason": {"C": 0.5}, "airline-angry": {"C": 0.5}}


def pipeline(model):
    """Words, pairs of words, and parts of words of two to five letters."""
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2))
    parts = TfidfVectorizer(sublinear_tf=True, ngram_range=(2, 5), analyzer="char_wb")
    return make_pipeline(make_union(words, parts), model)


def read(path):
    """The label that ranks, if one does, and the rows of part, labels and text."""
    with open(path, encoding="utf-8") as file:
        heading, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    rank = heading[1].removeprefix("rank:") if heading[1].startswith("rank:") else None
    return rank, [(part, labels.split("|") if labels else [], text) for part, labels, text in rows]


def rounds(rows):
    for part in sorted({row[0] for row in rows} - {"train"}):
        yield [row for row in rows if row[0] != part], [row for row in rows if row[0] == part]


def single(rows, settings):
    """One label a message; what has none is judged by how sure logistic regression is."""
    truth, found = [], []
    for training, judged in rounds(rows):
        known, tested = [row for row in training if row[1]], [row for row in judged if row[1]]
        start = time.process_time()
        model = pipeline(LinearSVC(**settings)).fit([row[2] for row in known], [row[1][0] for row in known])
        took = time.process_time() - start
        start = time.process_time()
        found.extend(model.predict([row[2] for row in tested]))
        speed = len(tested) / (time.process_time() - start)
        truth.extend(row[1][0] for row in tested)
        if training[0][0] == "train":
            yield "seconds of training", took
            yield "megabytes", len(pickle.dumps(model)) / 1e6
            yield "messages a second", speed
    yield "accuracy", np.mean(np.array(truth) == np.array(found))
    yield "macro F1", f1_score(truth, found, average="macro")
    if len(tested) < len(judged):
        yield from scope(known, tested, [row for row in judged if not row[1]])


def scope(known, tested, foreign):
    model = pipeline(LogisticRegression(C=20)).fit([row[2] for row in known], [row[1][0] for row in known])
    probabilities = model.predict_proba([row[2] for row in tested])
    sure, unsure = probabilities.max(1), model.predict_proba([row[2] for row in foreign]).max(1)
    right = model.classes_[probabilities.argmax(1)] == np.array([row[1][0] for row in tested])
    ranks = np.r_[np.ones(len(sure)), np.zeros(len(unsure))]
    yield "scope area under curve", roc_auc_score(ranks, np.r_[sure, unsure])
    for share in (95, 90, 85, 80, 70):
        threshold = np.sort(sure)[::-1][len(sure) * share // 100 - 1]
        yield f"accuracy at {share} % answered", right[sure >= threshold].mean()
        yield f"rejected at {share} % answered", (unsure < threshold).mean()


def multi(rows, settings):
    """Any number of labels a message."""
    truth, found = [], []
    names = MultiLabelBinarizer().fit([row[1] for row in rows])
    for training, judged in rounds(rows):
        model = pipeline(OneVsRestClassifier(LinearSVC(**settings)))
        model.fit([row[2] for row in training], names.transform([row[1] for row in training]))
        found.append(model.predict([row[2] for row in judged]))
        truth.append(names.transform([row[1] for row in judged]))
    truth, found = np.vstack(truth), np.vstack(found)
    yield "micro F1", f1_score(truth, found, average="micro", zero_division=0)
    yield "macro F1", f1_score(truth, found, average="macro", zero_division=0)
    yield "exact set", (truth == found).all(1).mean()


def ranked(rows, settings, label):
    """How many of the messages with a label are in the first part of a queue by its score."""
    truth, scores = [], []
    for training, judged in rounds(rows):
        model = pipeline(LinearSVC(**settings)).fit([row[2] for row in training], [label in row[1] for row in training])
        scores.extend(model.decision_function([row[2] for row in judged]))
        truth.extend(label in row[1] for row in judged)
    truth = np.array(truth)
    yield "area under curve", roc_auc_score(truth, scores)
    queue = truth[np.argsort(-np.array(scores), kind="stable")]
    for budget in (10, 20, 30, 50):
        first = queue[:len(queue) * budget // 100]
        yield f"recall in first {budget} %", first.sum() / truth.sum()
        yield f"precision in first {budget} %", first.mean()


def main():
    for path in sys.argv[1:]:
        name = os.path.basename(path).removesuffix(".tsv")
        settings = SETTINGS.get(name, {})
        rank, rows = read(path)
        if rank:
            figures = ranked(rows, settings, rank)
        elif any(len(labels) > 1 for _, labels, _ in rows):
            figures = multi(rows, settings)
        else:
            figures = single(rows, settings)
        for figure, value in figures:
            print(name, figure, value, sep="\t", flush=True)


if __name__ == "__main__":
    main()
