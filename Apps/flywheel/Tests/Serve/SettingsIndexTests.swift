import Testing

@testable import flywheel

/// The page that leads to all settings, and the buttons of steps.
@Suite struct SettingsIndexTests {
    @Test(arguments: ["en", "de", "es", "ja"])
    func theFirstPageLeadsToAllWithASentenceAboutEach(language: String) throws {
        let page = try PageDoor(try Desk.rotatedOnce()).get("/settings", in: language).text
        let lines = page.matches(
            of: #/href="\/settings\/([a-z]+)">[^<]+<\/a><br>\s*<span class="muted">[^<]+<\/span>/#)
        #expect(
            lines.map { String($0.output.1) } == [
                "routing", "calendars", "sla", "policies", "keys", "account", "security", "sessions", "tokens",
                "people",
            ], "\(page)")
    }

    @Test func eachStepHasItsButtonBesideIt() throws {
        let page = try PageDoor(try Desk.rotatedOnce()).get("/x/X1").text
        let steps = page.matches(of: #/<li><div class="spread"><span>[^<]+<\/span> <form/#).count
        #expect(steps > 0 && steps == page.matches(of: #/name="step" value="/#).count, "\(page)")
    }
}
