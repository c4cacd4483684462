"""Somebody at a browser."""
import re


class Person:
    """One browser of its own, and what people do in it."""

    PASSWORD = "a wheel that turns by itself"

    def __init__(self, browser, server, **settings):
        self.server = server
        self.context = browser.new_context(locale="en-US", **settings)
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path):
        return self.page.goto(self.server.address + path)

    def fill(self, **fields):
        for name, value in fields.items():
            self.page.locator(f"main [name='{name}']").first.fill(value)

    def act(self, action, **fields):
        """Fills in the first form that is sent to an address, wherever it is folded away, and sends it."""
        form = self.page.locator(f"form[method='post'][action='{action}']").first
        form.evaluate("form => { for (let d = form.closest('details'); d; d = d.parentElement.closest('details')) d.open = true }")
        for name, value in fields.items():
            field = form.locator(f"[name='{name}']")
            field.select_option(value) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(value)
        with self.page.expect_navigation():
            form.locator("button").first.click()

    def send(self):
        """Sends the first form of the page and waits for what comes."""
        with self.page.expect_navigation():
            self.page.locator("main form button[type='submit'], main form button:not([type])").first.click()

    def set_up(self, name):
        """Becomes the first administrator by the code that the server printed."""
        self.go("/setup")
        self.fill(code=self.server.setup_code, name=name, password=self.PASSWORD)
        self.send()
        return self

    def accept(self, code):
        """Takes up an invitation."""
        self.go("/invitation")
        self.fill(code=code, password=self.PASSWORD)
        self.send()
        return self

    def sign_in(self, name, password=PASSWORD):
        self.go("/sign-in")
        self.fill(name=name, password=password)
        self.send()
        return self

    @property
    def path(self):
        return self.page.url.removeprefix(self.server.address)

    @property
    def text(self):
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text())
