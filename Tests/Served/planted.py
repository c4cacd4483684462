"""Text of imported files on every page, in every mail, document and export: it is shown, and nothing of it runs."""
import csv
import email
import email.policy
import json
import os
import xml.etree.ElementTree as XML
import zipfile

from playwright.sync_api import sync_playwright

import hostile
from crawl import Crawl, pattern
from person import Person
from visitor import Visitor

# Of a kind of page, so many are looked at: names differ from row to row.
EACH, MOST = 6, 160
# What no element of ours is or has. Scripts of ours come from files; addresses lead to pages of ours or within one.
FOREIGN = """() => {
  const found = []
  for (const element of document.querySelectorAll('*')) {
    if (/^(planted|iframe|object|embed|base|foreignobject)$/i.test(element.localName)) found.push(element.outerHTML)
    if (element.localName === 'script' && !element.src && element.type !== 'application/json') found.push(element.outerHTML)
    for (const { name, value } of element.attributes) {
      const plain = value.trim().toLowerCase()
      if (name.startsWith('on') || name === 'planted' || name === 'autofocus' && !element.closest('main form')) found.push(element.outerHTML)
      const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster'].includes(name)
      if (leads && !/^([/?#](?![/\\\\])|$|data:image\\/|https?:\\/\\/[a-z0-9.]+\\/|[a-z0-9-]+\\.html)/.test(plain)) found.push(name + '=' + value)
      if (leads && plain.includes('//planted')) found.push(name + '=' + value)
    }
  }
  if (window.wasPlanted) found.push('something ran')
  return found.map(text => text.slice(0, 200))
}"""
PUBLIC = '"><q onclick="alert(1)">Late</q>'
# Characters that turn the order of what follows, or that terminals act on.
ACTING = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x00, 0x09), 0x0B, 0x1B, 0x7F)]


class Planted:
    def __init__(self, server):
        self.server, self.folder, self.faults, self.seen = server, server.folder, [], set()

    def fault(self, what):
        self.faults.append(what)

    # MARK: Bringing it in

    def bring(self):
        """Every kind of file there is, and what comes of it: problems, cases, an assessment, something said in public."""
        folders = {name: os.path.join(self.folder, name) for name in ("exports", "turned", "tables")}
        self.server.run("demo", folders["exports"], "--small")
        for name in ("turned", "tables"):
            os.mkdir(folders[name])
        hostile.turn(os.path.join(folders["exports"], "2026-11-20"), folders["turned"])
        self.server.run("import", folders["turned"], "--account", hostile.FOUND)
        tables = hostile.tables(self.server, folders["tables"])
        if len(tables) < 20:
            self.fault(f"the program names only {len(tables)} kinds of files")
        for kind, table, mapping in tables:
            said = self.server.run("import", table, "--mapping", mapping, "--account", hostile.EVERYTHING, "--format", "json")
            kept = sum(file.get("rowsKept") or 0 for file in json.loads(said)["files"])
            if kept != len(hostile.CORPUS):
                self.fault(f"of {kind}, {kept} of {len(hostile.CORPUS)} rows came in: {said[:600]}")
        for path in [*hostile.messages(self.folder), hostile.rejected(self.folder)]:
            self.server.run("import", path, "--account", hostile.EVERYTHING)
        with open(os.path.join(self.folder, "flywheel.yaml"), "w", encoding="utf-8") as file:
            named = json.dumps([{"id": "orders", "name": hostile.CORPUS[1], "since": "2026-01-01"}])
            file.write(f"currency: USD\ncommitments:\n  public: true\n  title: Status\n  components: {named}\n")
        # What people who write to the desk are called is not said in public, so this is another text.
        self.server.run("incidents", "open", PUBLIC, "--text", PUBLIC, "--component", "orders")
        self.server.run("rotate")
        self.server.run("assess")

    # MARK: Pages

    def pages(self, browser):
        person = Person(browser, self.server).set_up("mia")
        person.context.add_init_script("window.planted = () => { window.wasPlanted = true }")
        page, crawl = person.context.new_page(), Crawl(self.server.address, self.folder)
        crawl.watch(page)
        page.on("dialog", lambda dialog: (self.fault(f"{page.url}: a dialog"), dialog.dismiss()))
        waiting, known, counts = ["/today", "/status", "/incidents"], set(), {}
        while waiting and len(known) < MOST:
            path = waiting.pop(0)
            kind = pattern(path)
            if path in known or counts.get(kind, 0) >= EACH:
                continue
            known.add(path)
            counts[kind] = counts.get(kind, 0) + 1
            reply = page.goto(self.server.address + path)
            if "text/html" not in reply.headers.get("content-type", ""):
                continue
            if reply.status >= 500 or reply.status == 404:
                self.fault(f"{path}: status {reply.status}")
            self.judge(page, path)
            for link in page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))"):
                if not link.startswith(("/api/", "/assets/")) and not link.endswith((".atom", ".json")):
                    waiting.append(link)
        # What cannot be forecast says so with a status of its own.
        self.faults += [fault for fault in crawl.faults if "status of 409" not in fault]
        return len(known), len(counts)

    def judge(self, page, where):
        """What an element of the page should not be, and which of the texts it shows."""
        for found in page.evaluate(FOREIGN):
            self.fault(f"{where}: {found}")
        text = page.evaluate("document.documentElement.textContent")
        self.see(text, where)

    def see(self, text, where):
        for character in ACTING:
            if character in text:
                self.fault(f"{where}: holds U+{ord(character):04X}")
        self.seen |= {planted for planted in hostile.CORPUS if planted.strip() in text}

    # MARK: What leaves the house

    def documents(self, browser):
        """Documents that the program writes, opened as a page is."""
        page = browser.new_context().new_page()
        page.on("dialog", lambda dialog: (self.fault(f"{page.url}: a dialog"), dialog.dismiss()))
        page.add_init_script("window.planted = () => { window.wasPlanted = true }")
        page.set_content("".join(hostile.CORPUS[:9]))
        if not page.evaluate(FOREIGN):
            self.fault("texts that are markup are not found out, so that nothing below says anything")
        for routine in ("morning", "midday", "close-of-day", "weekly", "monthly"):
            path = os.path.join(self.folder, f"{routine}.html")
            self.server.run("digest", routine, "--output", path)
            page.goto(f"file://{path}")
            self.judge(page, f"the digest of {routine}")
        path = os.path.join(self.folder, "assessment.html")
        self.server.run("assess", "--output", path)
        page.goto(f"file://{path}")
        self.judge(page, "flywheel assess")

    def mail(self, browser):
        """The same digest as it is sent: no text of a file becomes a header or an element."""
        path = os.path.join(self.folder, "morning.eml")
        self.server.run("digest", "morning", "--output", path)
        with open(path, "rb") as file:
            message = email.message_from_binary_file(file, policy=email.policy.default)
        expected = {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted", "X-Unsent"}
        if strange := {name for name in message.keys() if name not in expected}:
            self.fault(f"a digest has the headers {strange}")
        page = browser.new_context().new_page()
        page.add_init_script("window.planted = () => { window.wasPlanted = true }")
        page.set_content(message.get_body(("html",)).get_content())
        self.judge(page, "a digest as a mail")

    def feed(self):
        """What everybody may read of incidents."""
        feed = Visitor(self.server).get("/status/feed.atom").text
        tags = {element.tag.split("}")[-1] for element in XML.fromstring(feed).iter()}
        if "q" in tags or PUBLIC not in "".join(XML.fromstring(feed).itertext()):
            self.fault("/status/feed.atom does not show an incident's text as text")

    def exports(self):
        """No cell begins as a formula does, and no sheet holds one."""
        for name in ("queue", "exceptions", "imports", "rejects", "journal"):
            path = os.path.join(self.folder, name)
            self.server.run("export", name, "--output", f"{path}.csv")
            with open(f"{path}.csv", encoding="utf-8", newline="") as file:
                for row in csv.reader(file):
                    for cell in row:
                        if cell[:1] in set("=+-@\t\r") and not cell[1:2].isdigit():
                            self.fault(f"{name}.csv holds {cell!r}")
            self.server.run("export", name, "--output", f"{path}.xlsx")
            with zipfile.ZipFile(f"{path}.xlsx") as book:
                for part in book.namelist():
                    if part.startswith("xl/worksheets/") and b"<f>" in book.read(part):
                        self.fault(f"{name}.xlsx holds a formula")


def check(server):
    """What is wrong, in words."""
    planted = Planted(server)
    planted.bring()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with server:
            pages, sorts = planted.pages(browser)
            planted.feed()
        planted.documents(browser)
        planted.mail(browser)
        browser.close()
    planted.exports()
    unseen = [text for text in hostile.CORPUS if text not in planted.seen]
    if len(unseen) > 4:
        planted.fault(f"shown nowhere: {unseen}")
    print(f"  {pages} pages of {sorts} kinds with hostile text, {len(hostile.CORPUS) - len(unseen)} texts seen", flush=True)
    return list(dict.fromkeys(planted.faults))
