"""Files of every kind that can be imported, with text in every field that would run, if anything ran it.

Which kinds there are and which columns they have is asked of the program, so that a new one cannot be forgotten."""
import csv
import json
import os
import re
import zlib
from email.header import Header

CORPUS = [
    "<script>planted()</script>", '"><img src=x onerror=planted()>', "'><svg/onload=planted()>",
    "<svg><script>planted()</script></svg>", "</title><script>planted()</script>", "</textarea><planted>",
    "</option></select><planted>", "</script><script>planted()</script>", "javascript:planted()", "JaVaScRiPt:planted()",
    "data:text/html,<script>planted()</script>", "//planted.example/x", '<a href="javascript:planted()">planted</a>',
    "&lt;planted&gt;", "&#x3C;planted&#x3E;", "<!-- planted", "planted -->", "]]><planted>", "{{planted}}", "${planted()}",
    "{count, plural, other {planted}}", "=cmd|' /C planted'!A0", "+planted()", "-planted()", "@planted", "\u202egpj.planted",
    "\u2066planted\u2069", "planted\"b'c`d", " onfocus=planted() autofocus ", "../../planted", "planted?a=b#c%2f", "W" * 300,
]
# Names of accounts that problems are found in, and that hold a row of everything.
FOUND, EVERYTHING = '"><img src=x onerror=planted()>', "</title><planted>"

# What columns that are no text hold. A column that is not here is text, and gets what is hostile.
DAY, MOMENT = "2026-11-19", "2026-11-19T10:00:00Z"
PLAIN = {
    **dict.fromkeys(["day", "from", "since", "ordered", "stated", "first"], DAY),
    **dict.fromkeys(["to", "until", "expected", "received", "removal", "last"], "2026-11-20"),
    **dict.fromkeys(["opened", "updated", "purchased", "handed-over", "disputed", "at", "solved", "closed", "first-answered"], MOMENT),
    **dict.fromkeys(["promised", "delivered", "exempt-until", "answer-due", "update-due", "solve-due", "dispute-due"],
                    "2026-11-25T10:00:00Z"),
    "currency": "USD", "base": "EUR", "quote": "USD", "marketplace": "US", "asin": "B000000001",
}
NUMBER = re.compile(
    r"price|cost|fee|floor|ceiling|total|revenue|value|refund|reimbursement|relationship|sum|units|quantity|sessions|views|share"
    r"|rate$|hours|count|whole|target$|score|issues|days|order-quantity|pack|fulfillable|inbound|reserved|researching|unsellable|aged"
    r"|competitors|discount|reopens|reassignments|replies|updates")


def kinds(server):
    """Every kind of table, with its columns."""
    def expected(mapping):
        path = os.path.join(server.folder, "mapping.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(mapping)
        said = server.refused("import", path, "--mapping", path)
        return re.search("expected one of (.+)", said).group(1).split(", ")

    names = expected("columns: {a: b}\n")
    return {name: expected(f"kind: {name}\ncolumns: {{a: qqqqqqqqqqqq}}\n") for name in names}


def tables(server, folder):
    """A table of each kind, with a row of every text: the kind, the table, and its mapping."""
    made = []
    for kind, columns in kinds(server).items():
        stem = os.path.join(folder, re.sub(r"\W", "-", kind))
        with open(stem + ".yaml", "w", encoding="utf-8") as file:
            file.write(f"kind: {kind}\ncolumns: {json.dumps({name: name for name in columns})}\n")
        with open(stem + ".csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            for number, text in enumerate(CORPUS):
                writer.writerow([_cell(name, text, number) for name in columns])
        made.append((kind, stem + ".csv", stem + ".yaml"))
    return made


def _cell(name, text, number):
    if name in PLAIN:
        return PLAIN[name]
    return str(number % 7 + 1) if NUMBER.search(name) else text


def rejected(folder):
    """A table whose rows cannot be read, so that the reasons show what stands there."""
    path = os.path.join(folder, "rejected.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("sku", "fulfillable"), ("A-1", 1), *((text, text) for text in CORPUS)])
    return path


# MARK: Marketplaces' own files

TEXTS = {"item-name", "item-description", "product-name", "Product name", "Issue Description", "Supplier", "PO number", "PO-Nummer",
         "name", "source", "merchant-shipping-group", "merchant-order-id", "promotion-ids"}
SKUS = {"seller-sku", "sku", "SKU"}


def turn(folder, into):
    """The exports of a folder with names that are hostile, so that they stand in every place where problems are shown."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="latin-1", newline="") as file:
            text = file.read()
        delimiter = max("\t;,", key=text.split("\n", 1)[0].count)
        rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
        head = rows[0]
        for number, row in enumerate(rows[1:]):
            for place, heading in enumerate(head[:len(row)]):
                if heading in SKUS and row[place]:
                    row[place] = sku(row[place])
                elif heading in TEXTS and number % 2 == 0:
                    row[place] = CORPUS[number // 2 % len(CORPUS)] + row[place]
        with open(os.path.join(into, name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)


def sku(code):
    """Two of three codes stay what they are."""
    number = zlib.crc32(code.encode())
    return code if number % 3 else CORPUS[number // 3 % len(CORPUS)].strip() + code


def messages(folder):
    """Tickets and mails in which every text is hostile."""
    tickets = [{
        "id": number, "status": "open", "priority": text, "subject": text, "raw_subject": text, "description": text, "tags": [text],
        "via": {"channel": text}, "type": text, "recipient": text, "external_id": text, "requester_id": 77, "assignee_id": 77,
        "created_at": "2026-11-20T09:12:00Z", "updated_at": "2026-11-20T09:12:00Z",
    } for number, text in enumerate(CORPUS, 4_700)]
    users = [{"id": 77, "name": CORPUS[0], "email": '"><script>planted()</script>@example.com', "role": "end-user"}]
    with open(os.path.join(folder, "zendesk.json"), "w", encoding="utf-8") as file:
        json.dump({"tickets": tickets, "users": users}, file)
    with open(os.path.join(folder, "post.mbox"), "w", encoding="utf-8") as file:
        for number, text in enumerate(CORPUS):
            file.write(
                f"From x Thu Nov 19 10:00:00 2026\nFrom: {Header(text, 'utf-8').encode()} <buyer{number}@example.com>\n"
                f"To: desk@example.com\nSubject: {Header(text, 'utf-8').encode()}\nMessage-ID: <{number}@example.com>\n"
                f"Date: Thu, 19 Nov 2026 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{text}\n{text}\n\n")
    return [os.path.join(folder, name) for name in ("zendesk.json", "post.mbox")]
