import Testing
import WebPages

@testable import flywheel

/// Settings, help, and what holds for every page.
@Suite struct HouseholdPagesTests {
    private static let yaml = """
        # what the house goes by
        currency: USD
        owners:
          - {owner: supply}

        cases:
          promises:
            - {id: all, firstResponse: 8}
          people:
            - {name: mia}
        """

    @Test func settingsSayWhereAValueComesFrom() throws {
        let desk = try Desk.withCases(Self.yaml)
        let door = try PageDoor(desk)
        let routing = door.get("/settings/routing").text
        #expect(routing.contains("flywheel.yaml, line 3: owners"))
        #expect(routing.contains("supply"))
        #expect(routing.contains("the default"))
        #expect(door.get("/settings/sla").text.contains("flywheel.yaml, line 7: cases: promises"))
        for part in ["calendars", "policies", "keys"] { #expect(door.get("/settings/\(part)").status == 200) }
    }

    @Test func anExcerptIsTheLinesOfItsKey() throws {
        let owners = try #require(ConfigurationExcerpt(of: ["owners"], in: Self.yaml))
        #expect(owners.line == 3)
        #expect(owners.text == "owners:\n  - {owner: supply}")
        let people = try #require(ConfigurationExcerpt(of: ["cases", "people"], in: Self.yaml))
        #expect(people.line == 9)
        #expect(people.text == "  people:\n    - {name: mia}")
        #expect(ConfigurationExcerpt(of: ["cases", "owners"], in: Self.yaml) == nil)
        #expect(ConfigurationExcerpt(of: ["cases"], in: "") == nil)
    }

    @Test func helpExplainsWordsAndErrors() throws {
        let door = try PageDoor(try Desk.withCases())
        #expect(door.get("/help/errors/no-rotation").text.contains("nothing has looked at them yet"))
        #expect(door.get("/help/errors/no-such-code").status == 404)
        #expect(door.get("/help/glossary", in: "de").text.contains("Ausnahme"))
        #expect(door.get("/help/glossary?q=fix-alone").text.contains("fix-alone"))
        #expect(door.get("/help/formula").text.contains("Sold a day × price"))
        #expect(door.get("/help/keys").text.contains("<kbd"))
    }

    @Test(arguments: ["en", "de", "es", "ja"]) func everyPageSpeaksEveryLanguage(language: String) throws {
        let door = try PageDoor(try Desk.withCases(Self.yaml))
        let areas = ["cases", "plan", "wheel", "assessment", "settings", "help"]
        for address in door.plainAddresses + ["/cases/C1"] {
            let page = door.get(address, in: language)
            #expect(page.status == 200 || page.status == 303, "\(address)")
            for area in areas {
                #expect(!page.text.contains(">\(area)."), "\(address): a key of \(area) stands for itself")
            }
        }
        let missing = Catalog.house.missing.keys.filter { key in areas.contains { key.contains(" \($0).") } }
        #expect(missing.isEmpty)
    }
}
