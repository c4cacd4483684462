"""Every page that links lead to, each kind of page once: whether it can be read, by whom, and how it looks."""
import os
import re

from axe_playwright_python.sync_playwright import Axe

SERIOUS = {"serious", "critical"}


def pattern(path):
    """Pages that differ only in an id, a name or a filter are one kind of page."""
    path = path.split("?")[0].split("#")[0]
    path = re.sub(r"/[A-Z]\d+(\.\.[A-Z]\d+)?(?=/|$)", "/{id}", path)
    parts = path.split("/")
    if parts[1:2] == ["listings"] and len(parts) > 2:
        return "/listings/{listing}"
    if parts[1:2] in (["articles"], ["help-centre"]) and len(parts) > 2:
        return f"/{parts[1]}/{{name}}"
    if parts[1:3] in (["help", "errors"], ["wheel", "metrics"], ["wheel", "thresholds"], ["plan", "forecast"]) and len(parts) > 3:
        return "/".join(parts[:3]) + "/{name}"
    if parts[1:2] == ["settings"] and parts[2:3] in (["routing"], ["calendars"], ["sla"], ["policies"]) and len(parts) > 3:
        return "/settings/{part}/{key}"
    return path


def serious(page):
    """What axe finds on a page that keeps somebody from using it."""
    return [
        f"axe {violation['id']} ({violation['impact']}) at {violation['nodes'][0]['target']}"
        for violation in Axe().run(page).response["violations"] if violation["impact"] in SERIOUS]


class Crawl:
    """Walks the pages of one signed-in browser, and collects what is wrong with them."""

    def __init__(self, address, folder):
        self.address, self.folder, self.faults, self.found = address, folder, [], {}

    def watch(self, page):
        """Takes note of what a page complains of by itself, the content policy's reports included."""
        page.on("console", lambda m: m.type in ("error", "warning") and self.fault(page, f"console: {m.text}"))
        page.on("pageerror", lambda error: self.fault(page, f"script: {error}"))
        page.on("requestfailed", lambda r: "/events" not in r.url and self.fault(page, f"request failed: {r.url}"))
        page.on("request", lambda r: r.url.startswith(self.address) or r.url.startswith("data:")
                or self.fault(page, f"third party: {r.url}"))

    def fault(self, page, what):
        self.faults.append(f"{page.url.removeprefix(self.address)}: {what}")

    def walk(self, page, start="/today"):
        """Finds the pages, each kind once, in the order links lead to them."""
        waiting = [start]
        while waiting:
            path = waiting.pop(0)
            if pattern(path) in self.found:
                continue
            reply = page.goto(self.address + path)
            if "text/html" not in reply.headers.get("content-type", ""):
                continue
            self.found[pattern(path)] = path
            if reply.status != 200:
                self.fault(page, f"status {reply.status}")
            if not page.title().strip():
                self.fault(page, "no title")
            size = len(reply.body())
            if size > 100_000:
                self.fault(page, f"{size:,} bytes, expected 100,000 at most")
            for link in page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))"):
                if not link.startswith(("/api/", "/assets/")) and not link.endswith((".atom", ".json")):
                    waiting.append(link)
        return self.found

    def look(self, page, name, width=None):
        """Judges every page found in one setting: nothing serious for axe, no sideways scrolling, a picture kept."""
        for kind, path in self.found.items():
            page.goto(self.address + path)
            for fault in serious(page):
                self.fault(page, f"{name}: {fault}")
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 0:
                self.fault(page, f"{name}: scrolls sideways by {over} px")
            shot = kind.strip("/").replace("/", "-").replace("{", "").replace("}", "") or "start"
            page.screenshot(path=os.path.join(self.folder, f"{shot}.{name}.png"), full_page=True)
