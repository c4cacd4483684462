"""Raw files of a seller of so many listings, made once: by the generator of FLYWHEEL_BENCH, else by this one."""

import csv
import os
import random
import subprocess

HOME = os.path.join(".build", "bench")
SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000}
BENCH = os.environ.get("FLYWHEEL_BENCH")
PYTHON = os.environ.get("FLYWHEEL_BENCH_PYTHON", "python3")
AS_OF = "2026-07-01T00:00:00Z"
LATER = "2026-07-01T01:00:00Z"


def folder(size):
    """The folder of the files of that size."""
    path = os.path.join(HOME, "given" if BENCH else "own", size)
    if not os.path.isdir(path):
        print(f"making the files of {SIZES[size]:,} listings", flush=True)
        scratch = path + ".part"
        os.makedirs(scratch, exist_ok=True)
        if BENCH:
            generator = os.path.join(BENCH, "gen.py")
            command = [PYTHON, generator, "--n", str(SIZES[size]), "--seed", "42", "--out", scratch]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        else:
            write(scratch, SIZES[size])
        os.rename(scratch, path)
    return path


def tables(path):
    """The files of a folder that are tables."""
    return [os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith((".tsv", ".csv"))]


def write(path, listings):
    """Ninety days of a seller: most SKUs sell now and then, a few are hidden, some run low."""
    chance = random.Random(42)
    skus = [(f"SKU-{number:07}", f"B0{number:08}", chance.randint(500, 12_000)) for number in range(listings)]
    table(path, "listings.tsv", ["item-name", "seller-sku", "asin1", "price", "quantity", "status"], (
        [f"Item {sku}", sku, asin, f"{cents / 100:.2f}", chance.randint(0, 90), "Active"] for sku, asin, cents in skus))
    table(path, "fba_inventory.tsv", ["sku", "asin", "afn-fulfillable-quantity", "afn-inbound-shipped-quantity"], (
        [sku, asin, chance.randint(0, 60), chance.choice([0, 0, 20])] for sku, asin, _ in skus if chance.random() < 0.6))
    hidden = [(sku, asin) for sku, asin, _ in skus if chance.random() < 0.04]
    table(path, "suppressed.tsv", ["Status", "SKU", "ASIN", "Status Change Date", "Issue Description"], (
        ["Search Suppressed", sku, asin, f"2026-06-{chance.randint(1, 30):02}", "Missing main image"]
        for sku, asin in hidden))
    table(path, "offers.csv", ["sku", "our-price", "map-price", "lowest-competitor-price", "buy-box-owner"], (
        [sku, f"{cents / 100:.2f}", "", f"{cents / 103:.2f}", "SELF"] for sku, _, cents in skus), ",")
    days = [f"2026-{month:02}-{day:02}" for month, last in ((4, 30), (5, 31), (6, 30)) for day in range(1, last + 1)]
    table(path, "sales.csv", ["date", "sku", "units-ordered"], (
        [day, skus[chance.randrange(listings)][0], chance.randint(1, 3)] for day in days for _ in range(listings // 12)),
        ",")


def table(path, name, headings, rows, separator="\t"):
    with open(os.path.join(path, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows)


def changed_offers(size):
    """The offers an hour later: every twentieth has another price."""
    path = os.path.join(HOME, f"offers-{size}-{'given' if BENCH else 'own'}.csv")
    if not os.path.exists(path):
        with open(os.path.join(folder(size), "offers.csv"), newline="", encoding="utf-8") as file:
            headings, *rows = csv.reader(file)
        price = headings.index("our-price")
        for row in rows[::20]:
            row[price] = f"{float(row[price]) * 0.93:.2f}"
        table(HOME, os.path.basename(path), headings, rows, ",")
    return path


def everything_hidden(size):
    """Listings and sales of that size, and a report in which every listing is hidden: as many open rows."""
    path = os.path.join(HOME, f"hidden-{size}-{'given' if BENCH else 'own'}.tsv")
    listings = os.path.join(folder(size), "listings.tsv")
    if not os.path.exists(path):
        with open(listings, newline="", encoding="utf-8") as file:
            headings = file.readline().rstrip("\n").split("\t")
            sku, asin = headings.index("seller-sku"), headings.index("asin1")
            cells = (line.rstrip("\n").split("\t") for line in file)
            table(HOME, os.path.basename(path), [
                "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date",
                "Issue Description"],
                (["Search Suppressed", "Missing main image", row[sku], row[asin], "", "New", "2026-06-20", ""]
                 for row in cells))
    return [listings, os.path.join(folder(size), "sales.csv"), path]
