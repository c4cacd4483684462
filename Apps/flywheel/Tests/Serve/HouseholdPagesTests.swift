import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Learning
import People
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

    private static func file(of desk: Desk) throws -> String {
        try String(contentsOfFile: "\(desk.folder)/flywheel.yaml", encoding: .utf8)
    }

    private static let owners = "section=owners:%0D%0A++-+{owner:+ben}&seen=owners:%0D%0A++-+{owner:+supply}"

    @Test func aKeyIsLookedAtThenWrittenThenTakenBack() throws {
        let desk = try Desk.withCases(Self.yaml)
        let door = try PageDoor(desk)
        #expect(door.get("/settings/routing").text.contains("href=\"/settings/routing/owners\""))
        #expect(door.get("/settings/routing/owners").text.contains("owners:\n  - {owner: supply}</textarea>"))
        let preview = door.post("/settings/routing/owners", Self.owners)
        #expect(
            preview.status == 200 && preview.text.contains("<bdi>ben</bdi>") && preview.text.contains("name=\"save\""))
        #expect(try Self.file(of: desk) == Self.yaml, "to look changes nothing")

        #expect(door.post("/settings/routing/owners", Self.owners + "&save=on").status == 303)
        let written = try Self.file(of: desk)
        #expect(written == Self.yaml.replacing("{owner: supply}", with: "{owner: ben}") + "\n", "other lines stay")
        #expect(door.house.host.configuration.policy.rules.map(\.owner) == ["ben"], "it holds at once")
        let event = try #require(try door.house.host.store.events().last)
        #expect((event.event.subject, event.event.detail, event.actor.name) == ("Y1", "owners 1", "mia"))
        #expect(door.get("/settings/routing/owners").text.contains("/settings/changes/Y1/undo"))
        let register = DecisionDesk(door.house.host.store, actor: .flywheel, now: Scene.asOf)
        let decision = try register.decision(1)
        #expect((decision.body.kind, decision.body.subject, decision.record.by) == (.routing, "owners", "mia"))
        #expect(decision.body.evidence == ["Y1"] && decision.state == .inForce)

        #expect(door.post("/settings/changes/Y1/undo").status == 303)
        #expect(try Self.file(of: desk) == Self.yaml + "\n")
        #expect(door.house.host.configuration.policy.rules.map(\.owner) == ["supply"])
        #expect(door.post("/settings/changes/Y1/undo").status == 409, "once")
        #expect(try register.decision(1).state == .rolledBack && register.decisions().count == 1)
        #expect(try door.house.host.store.journalFaults().isEmpty)
    }

    @Test func whoeverWasSlowerIsToldAndKeepsTheText() throws {
        let desk = try Desk.withCases(Self.yaml)
        let door = try PageDoor(desk)
        _ = try desk.write(Self.yaml.replacing("{owner: supply}", with: "{owner: ann}"), to: "flywheel.yaml")
        let late = door.post("/settings/routing/owners", Self.owners + "&save=on")
        #expect(late.status == 409 && late.text.contains("{owner: ben}"))
        #expect(try Self.file(of: desk).contains("{owner: ann}"))
    }

    @Test(arguments: [
        ("owners:%0A++-+{owners:+ben}", "unknown key"), ("owners:%0A++-+{owner:+[}", "not YAML"),
        ("currency:+EUR", "expected the key owners:"),
        ("owners:%0A++-+{owner:+a}%0Acurrency:+EUR", "no other beside it"),
        ("++owners:+[]", "in the first line"),
    ])
    func aTextThatMeansNothingIsRefusedBesideItsField(section: String, why: String) throws {
        let desk = try Desk.withCases(Self.yaml)
        let reply = try PageDoor(desk).post("/settings/routing/owners", "save=on&section=\(section)")
        #expect(reply.status == 422 && reply.text.contains(why), "\(reply.text.suffix(3_000))")
        #expect(reply.text.contains("id=\"field-section-fault\""))
        #expect(try Self.file(of: desk) == Self.yaml)
    }

    @Test func aKeyThatTheFileDoesNotNameFindsItsPlace() throws {
        var text = SettingsText(text: Self.yaml)
        try text.replace(["cases", "routing"], by: "routing:\n  - {id: all, group: desk}")
        #expect(text.text.hasSuffix("    - {name: mia}\n  routing:\n    - {id: all, group: desk}\n"))
        #expect(text.section(["cases", "routing"]) == "routing:\n  - {id: all, group: desk}")
        try text.replace(["cases", "routing"], by: " \n")
        #expect(text.text == Self.yaml + "\n")
        var empty = SettingsText(text: "")
        try empty.replace(["cases", "side"], by: "side: seller")
        #expect(empty.text == "cases:\n  side: seller\n")
        var braces = SettingsText(text: "cases: {side: seller}\n")
        #expect(throws: Diagnostic.self) { try braces.replace(["cases", "levels"], by: "levels: [one]") }
    }

    @Test func promisesSayWhichCasesTheyWouldBeFor() throws {
        let desk = try Desk.withCases(Self.yaml)
        let door = try PageDoor(desk)
        let preview = door.post(
            "/settings/sla/cases.promises", "section=promises:%0A++-+{id:+quick,+firstResponse:+1}")
        #expect(preview.status == 200 && preview.text.contains("quick"), "\(preview.text.suffix(2_000))")
        #expect(door.get("/settings/sla/cases.nothing").status == 404)
        #expect(door.get("/settings/sla/cases.promises", as: .operator).status == 403)
        #expect(!door.get("/settings/sla", as: .operator).text.contains("/settings/sla/cases.promises"))
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
