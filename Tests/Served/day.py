"""The first two days of a small team, in Chromium: each step fails where what people would see is not there."""
import json
import os
import re

from playwright.sync_api import sync_playwright

import desk
from crawl import serious
from person import Person
from server import Server

FIRST, SECOND = "2026-11-20T18:00:00Z", "2026-11-21T18:00:00Z"


class Day:
    """The steps share their people, their server and a list of what went wrong."""

    def __init__(self, program, folder, pictures):
        self.server = Server(program, folder, {"FLYWHEEL_NOW": FIRST})
        self.folder, self.pictures, self.faults = folder, pictures, []
        os.makedirs(pictures, exist_ok=True)

    def expect(self, fact, what):
        if not fact:
            self.faults.append(what)

    def picture(self, person, name):
        person.page.screenshot(path=os.path.join(self.pictures, f"{name}.png"), full_page=True)

    def judge(self, person, name):
        """A picture, and what axe says of it."""
        self.picture(person, name)
        self.faults += [f"{name}: {fault}" for fault in serious(person.page)]

    # MARK: Steps

    def first_run(self, browser):
        self.mia = Person(browser, self.server).set_up("mia")
        self.expect(self.mia.path.startswith("/today"), f"set-up led to {self.mia.path}")
        self.expect("No facts yet" in self.mia.text, "an empty house does not say that there are no facts")
        self.picture(self.mia, "1-first-run")
        again = Person(browser, self.server)
        again.go("/setup")
        again.fill(code=self.server.setup_code, name="eve", password=Person.PASSWORD)
        again.send()
        self.expect("/setup" in again.path, "the set-up code counted twice")

    def upload(self, person, path, account="northwind"):
        person.go("/data")
        person.page.locator("main input[type=file]").set_input_files(path)
        person.fill(account=account)
        with person.page.expect_navigation():
            person.page.locator("form[action='/data/imports'] button").click()

    def rotate(self, person):
        person.go("/data")
        with person.page.expect_navigation():
            person.page.locator("form[action='/data/rotate'] button").click()

    def imports(self):
        exports = os.path.join(self.folder, "exports", "2026-11-20")
        for name in sorted(os.listdir(exports)):
            self.upload(self.mia, os.path.join(exports, name))
        self.upload(self.mia, desk.tickets(self.folder))
        self.picture(self.mia, "2-imports")
        self.rotate(self.mia)
        self.expect("at risk" in self.mia.text, "the queue does not say what is at risk")
        self.picture(self.mia, "3-queue")

    def morning_by_keyboard(self):
        page = self.mia.page
        self.mia.go("/today")
        self.picture(self.mia, "4-morning")
        page.keyboard.press("g")
        with page.expect_navigation():
            page.keyboard.press("q")
        self.expect(self.mia.path.startswith("/queue"), "g q does not lead to the queue")
        page.keyboard.press("j")
        page.keyboard.press("j")
        row = page.evaluate("document.activeElement.closest('tr')?.dataset.row")
        self.expect(row, "j does not lead to a row")
        page.keyboard.press("c")
        page.wait_for_function("row => document.querySelector(`tr[data-row='${row}']`).innerText.includes('mia')", arg=row)
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        self.expect(self.mia.path.startswith("/x/X"), "Enter does not open the row")
        self.picture(self.mia, "5-exception")

    def two_at_once(self, browser):
        ben = Person(browser, self.server).accept(self.server.invite("ben", "operator"))
        cleo = Person(browser, self.server).accept(self.server.invite("cleo", "lead"))
        ben.go("/queue?unclaimed=true")
        self.row = ben.page.locator("tr[data-row]").first.get_attribute("data-row")
        for person in (ben, cleo):
            person.go(f"/x/{self.row}")
        claim = f"form[action='/x/{self.row}/claim'] button"
        with ben.page.expect_response(re.compile("/claim")) as won:
            ben.page.locator(claim).first.click()
        with cleo.page.expect_response(re.compile("/claim")) as lost:
            cleo.page.locator(claim).first.click()
        self.expect(won.value.status in (200, 303), f"the first claim was answered {won.value.status}")
        self.expect(lost.value.status == 409, f"the second claim was answered {lost.value.status}")
        cleo.page.wait_for_function("document.body.innerText.includes('ben')")
        self.picture(cleo, "6-somebody-was-quicker")
        self.ben, self.cleo = ben, cleo

    def close(self):
        self.ben.go(f"/x/{self.row}/close")
        choice = self.ben.page.locator("main select[name=cause]")
        choice.select_option(index=1)
        self.ben.fill(note="mended in the template")
        with self.ben.page.expect_navigation():
            self.ben.page.locator(f"form[action='/x/{self.row}/close'] button").click()
        self.expect("Closed" in self.ben.text and "Undo" in self.ben.text, "a close is not told with its undo")
        self.picture(self.ben, "7-closed")

    def verification(self):
        """The next day's exports no longer show what was closed."""
        shown = json.loads(self.server.run("show", self.row, "--format", "json"))
        sku, workflow = shown["listing"]["sku"] if "listing" in shown else shown["subject"]["code"], shown["workflow"]
        exports = os.path.join(self.folder, "exports", "2026-11-20")
        self.server.environment["FLYWHEEL_NOW"] = SECOND
        with self.server:
            self.ben.sign_in("ben")
            for name in sorted(os.listdir(exports)):
                path = os.path.join(exports, name)
                if name.startswith("suppressed"):
                    with open(path, encoding="latin-1") as file:
                        lines = [line for line in file if f"\t{sku}\t" not in line]
                elif name.startswith(("listings", "fba")):
                    with open(path, encoding="latin-1") as file:
                        lines = list(file) + ["\n"]
                else:
                    continue
                fresh = os.path.join(self.folder, name)
                with open(fresh, "w", encoding="latin-1") as file:
                    file.writelines(lines)
                self.upload(self.ben, fresh)
            self.rotate(self.ben)
            self.ben.go(f"/x/{self.row}")
            self.expect("verified" in self.ben.text.lower(), f"{self.row} ({workflow}) was not verified by the next day's files")
            self.picture(self.ben, "8-verified")

    def case(self):
        """From what triage suggests to an answer."""
        page = self.ben.page
        self.ben.go("/cases")
        page.keyboard.press("j")
        row = page.evaluate("document.activeElement.closest('tr')?.dataset.row")
        self.expect(row, "j does not lead to a case")
        page.keyboard.press("x")
        self.expect(page.locator("tr[data-row] input:checked").count() == 1, "x does not tick a case")
        self.mia.go("/cases")
        page.keyboard.press("c")
        page.wait_for_function("row => document.querySelector(`tr[data-row='${row}']`).innerText.includes('ben')", arg=row)
        # Whoever else looks at the inbox sees it in place, without asking.
        self.mia.page.wait_for_function(
            "row => document.querySelector(`tr[data-row='${row}'] [data-owner]`).innerText === 'ben'", arg=row)
        self.expect(self.mia.page.locator("[data-changes]").inner_text() == "1", "the inbox does not count what changed")
        self.judge(self.ben, "9-cases")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        self.case_path = self.ben.path.split("?")[0]
        self.expect(self.case_path == f"/cases/{row}", f"Enter on {row} leads to {self.case_path}")
        self.expect("Suggestion" in self.ben.text and "Because of the words" in self.ben.text,
                    "a case does not show what triage makes of it, and why")
        self.ben.act(f"{self.case_path}/use")
        self.expect("as suggested" in self.ben.text, "a suggestion that was used is not told")
        self.ben.act(f"{self.case_path}/intents", intents="damaged-item")
        self.expect("damaged item" in self.ben.text.lower(), "what a person says does not go before what was suggested")
        self.ben.act(f"{self.case_path}/label", urgency="high")
        with page.expect_navigation():
            page.locator(f"form[action='{self.case_path}/macro'] button").click()
        self.expect("Dear Ada Okafor" in self.ben.text, "a macro does not show the answer it would draft")
        self.judge(self.ben, "10-macro")
        self.ben.act(f"{self.case_path}/macro")
        self.expect("Ask for a photo" in self.ben.text, "a macro does not start its checklist")
        self.ben.act(f"{self.case_path}/step")
        self.ben.act(f"{self.case_path}/approve")
        self.expect("approved, not sent" in self.ben.text, "an approved answer does not say so")
        self.judge(self.ben, "11-case")

    def dispute(self, browser):
        """The customer wants the money: who may decide, who may not, and what that is told like."""
        self.lea = Person(browser, self.server).accept(self.server.invite("lea", "lead"))
        place = f"{self.case_path}/disputes"
        self.ben.go(place)
        self.ben.act(f"{place}/open", kind="refund-request", reason="damaged", amount="USD 80.00")
        self.ben.act(f"{place}/evidence", type="photo", reference="M1")
        self.expect("Deciding needs a right" in self.ben.text, "who may not decide is not told so")
        self.expect(not self.ben.page.locator(f"form[action='{place}/decide']").count(), "who may not decide is offered to")
        self.cleo.go(place)
        self.expect("somebody who is senior has to approve" in self.cleo.text, "the limit is not told beforehand")
        self.lea.go(place)
        self.cleo.act(f"{place}/decide", verdict="upheld", because="the photo shows the broken glass")
        self.expect("Nothing has happened yet" in self.cleo.text, "beyond the limit a decision does not wait")
        self.cleo.act(f"{place}/review", because="as I said")
        self.expect("cleo proposed it and cannot review it" in self.cleo.text, "somebody agrees to their own proposal")
        self.judge(self.cleo, "12-refused")
        self.lea.act(f"{place}/decide", verdict="denied", because="the lamp was fine")
        self.expect("cleo changed" in self.lea.text and "the lamp was fine" in self.lea.page.locator(
            f"form[action='{place}/decide'] textarea").input_value(), "two decide on what one of them did not see")
        self.lea.go(place)
        self.lea.act(f"{place}/review", because="the carrier admits it")
        self.expect("upheld" in self.lea.text and "cleo, lea" in self.lea.text, "a decision does not say who took it")
        self.judge(self.lea, "13-decided")
        self.ben.go(self.case_path)
        self.ben.act(f"{self.case_path}/solve")
        self.expect("solved" in self.ben.text.lower(), "a case does not say that it is solved")

    def assessment(self):
        self.mia.go("/assessment")
        with self.mia.page.expect_navigation():
            self.mia.page.locator("form[action='/assessment'] button").click()
        self.expect(re.match(r"/assessment/A\d+", self.mia.path), f"an assessment led to {self.mia.path}")
        self.picture(self.mia, "14-assessment")

    def languages_and_phone(self, browser):
        self.mia.go("/queue")
        self.mia.page.locator("form[action='/settings/language'] select").select_option("de-DE")
        with self.mia.page.expect_navigation():
            self.mia.page.locator("form[action='/settings/language'] button").click()
        self.expect(self.mia.page.locator("html").get_attribute("lang").startswith("de"), "German is not German")
        self.picture(self.mia, "15-german")
        phone = browser.new_context(
            storage_state=self.cleo.context.storage_state(), viewport={"width": 390, "height": 844}, has_touch=True,
            is_mobile=True).new_page()
        phone.goto(self.server.address + "/queue")
        over = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        self.expect(over <= 0, f"the queue scrolls sideways by {over} px on a phone")
        phone.screenshot(path=os.path.join(self.pictures, "16-phone.png"))

    def sign_out(self):
        stale = self.cleo.context.storage_state()
        self.cleo.go("/today")
        with self.cleo.page.expect_navigation():
            self.cleo.page.locator("form[action='/sign-out'] button").first.click()
        self.cleo.context.add_cookies(stale["cookies"])
        self.cleo.go("/queue")
        self.expect("/sign-in" in self.cleo.path, "a session that was signed out opens the queue")


def live(program, folder, pictures):
    """What went wrong on the two days, in words."""
    day = Day(program, folder, pictures)
    desk.configure(folder)
    day.server.run("demo", os.path.join(folder, "exports"), "--small")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with day.server:
            for step in (
                lambda: day.first_run(browser), day.imports, day.morning_by_keyboard, lambda: day.two_at_once(browser),
                day.close, day.case, lambda: day.dispute(browser), day.assessment, lambda: day.languages_and_phone(browser), day.sign_out,
            ):
                step()
            # Open pages listen for changes; nobody listens to a server that ends.
            for person in (day.mia, day.ben, day.cleo, day.lea):
                person.page.goto("about:blank")
        day.verification()
        day.ben.page.goto("about:blank")
        for person in (day.mia, day.ben):
            # The one refusal is what a loser of a claim is to see.
            day.faults += [f"console: {text}" for text in person.complaints if "409" not in text]
        browser.close()
    return day.faults
