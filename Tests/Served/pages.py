"""Every kind of page in every setting that people choose."""
import os

from playwright.sync_api import sync_playwright

import desk
from crawl import Crawl
from person import Person

# How a page may be looked at: what is said of it, the width, the colour scheme, the language.
SETTINGS = [
    ("light", 1280, "light", "en-US"), ("dark", 1280, "dark", "en-US"), ("phone", 320, "light", "en-US"),
    ("de", 1280, "light", "de-DE"), ("es", 1280, "light", "es-ES"), ("ja", 1280, "dark", "ja-JP"),
]


# What everybody may see is there only where the configuration says so.
CONFIGURATION = """
currency: USD
commitments:
  public: true
  title: Example status
  components: [{id: orders, name: Order import, since: 2026-01-01}, {id: labels, name: Labels}]
  levels: [{id: up, title: Orders come in, component: orders, target: 0.99, window: rolling-28-days}]
articles: {folder: articles, public: true, title: Example help}
"""

# One that everybody may read and whose review is overdue, with all that a text may hold.
ARTICLE = """---
id: parcels
title: Where is my parcel
side: buyer
intents: [where-is-my-order]
language: en
owner: ann
reviewBy: 2020-01-31
public: true
kind: policy
---
# Look first

Parcels are **tracked**, see [the carrier](https://carrier.example/).

| Carrier | Days |
|---|---|
| DHL | 3 |

1. Open the order.
2. Press `Track`.

> Wait a day.
"""


def prepare(server):
    """Something to say in public, a case to audit, an article, a dispute in which somebody has to agree, and a message to
    approve."""
    desk.configure(server.folder, CONFIGURATION)
    os.makedirs(os.path.join(server.folder, "articles"))
    with open(os.path.join(server.folder, "articles", "parcels.md"), "w", encoding="utf-8") as file:
        file.write(ARTICLE)
    server.run("import", desk.tickets(server.folder), "--account", "northwind", "--marketplace", "US")
    server.run(
        "disputes", "open", "C1", "--kind", "refund-request", "--reason", "damaged", "--amount", "USD 80", "--as", "ben")
    server.run("disputes", "evidence", "C1", "--type", "photo", "--reference", "M1", "--by", "claimant", "--as", "ben")
    server.run("disputes", "decide", "C1", "upheld", "--because", "the photo shows it", "--as", "ben")
    server.run("cases", "escalate", "C1", "--reason", "over-limit", "--as", "ben")
    server.run("outreach", "propose", "--as", "ben")
    server.run("incidents", "open", "Orders are late", "--text", "We look for the cause.", "--component", "orders")
    server.run(
        "maintenance", "announce", "New disks", "--component", "labels", "--from", "2099-01-01", "--until", "2099-01-02")


def judge(server, pictures):
    """What is wrong with any page, in words."""
    os.makedirs(pictures, exist_ok=True)
    prepare(server)
    with sync_playwright() as playwright, server:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        first = Person(browser, server)
        first.set_up("mia")
        state = first.context.storage_state()
        faults = []
        for name, width, scheme, language in SETTINGS:
            context = browser.new_context(
                storage_state=state, viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language)
            crawl, page = Crawl(server.address, pictures), context.new_page()
            crawl.watch(page)
            # These say most where they are asked for something.
            crawl.walk(page, "/cases/report?by=side")
            crawl.walk(page, "/cases/sample?week=2026-11-20")
            crawl.walk(page)
            crawl.walk(page, "/status")
            crawl.walk(page, "/incidents")
            crawl.walk(page, "/help-centre")
            crawl.walk(page, "/articles")
            crawl.walk(page, "/cases/C1/macro?apply=new-lamp")
            crawl.look(page, name)
            faults += crawl.faults
            print(f"  {name}: {len(crawl.found)} kinds of page, {len(crawl.faults)} faults", flush=True)
            context.close()
        browser.close()
    return list(dict.fromkeys(faults))
