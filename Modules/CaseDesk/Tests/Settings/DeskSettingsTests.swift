import Calendars
import CaseDesk
import Cases
import FlywheelKit
import Settings
import Testing

@Suite struct DeskSettingsTests {
    private func settings(_ yaml: String) throws -> DeskSettings {
        try DeskSettings(yaml: yaml, sources: SettingsSources(zone: { $0 == "Europe/Berlin" ? .utc : nil }))
    }

    @Test(arguments: ["", "{}", "actor: ann", "cases:", "cases: {}"])
    func aDeskThatWasToldNothingHasOfficeHoursAndNoPromises(yaml: String) throws {
        let settings = try settings(yaml)
        #expect(settings.calendars == ["office": .officeHours] && settings.levels.first == "frontline")
        #expect(settings.promiseRules.isEmpty && settings.people.isEmpty && settings.routingRules.isEmpty)
        #expect(settings.redaction.kinds == [.cards] && settings.retention.days(on: "DE") == nil)
    }

    @Test func everySectionIsRead() throws {
        let settings = try settings(
            """
            cases:
              calendars:
                berlin: {zone: Europe/Berlin, hours: {mon: "08:00-12:00 13:30-18:00"}, holidays: [2026-12-25]}
              levels: [agent, lead]
              promises:
                - id: gold
                  when: {side: buyer, urgency: [high, urgent], marketplace: DE, stakes: {EUR: 250, JPY: 3000}}
                  firstResponse: 0.5
                  update: 4
                  resolution: 16
                  calendar: berlin
                  counting: interval
                  pauses: [waiting-on-requester, on-hold]
                  reopening: restart
                - {id: all, resolution: 40}
              people:
                - {name: ann, sides: [buyer, seller], languages: [en, de], skills: [refunds], groups: money, roles: buyer-protection,
                   cap: 8,
                   shift: berlin, level: lead}
                - {name: ben}
              routing:
                - {id: disputes, when: {intents: [a-to-z]}, group: money, skills: refunds, sides: [buyer, seller],
                   level: lead}
              macros:
                - {id: sorry, reply: {en: We are sorry., other: Sorry.}, state: waiting-on-requester, tags: [late]}
              checklists:
                - {id: claim, when: {category: claim}, steps: [Read the claim., Answer it.]}
              redaction: [emails]
              mail: {own: ["@Shop.example", help@desk.example], daysOfThread: 7}
              retention: {DE: 365, other: 730}
              sendingHours: berlin
            """)
        #expect(settings.mail.own == ["@shop.example", "help@desk.example"] && settings.mail.daysOfThread == 7)
        let gold = settings.promiseRules[0]
        #expect(gold.promise.firstResponse == 1_800 && gold.promise.update == 14_400)
        #expect(gold.promise.resolution == 57_600 && gold.promise.calendar == "berlin")
        #expect(gold.promise.updateMode == .interval && gold.promise.reopening == .restart)
        #expect(gold.promise.pausing == [.waitingOnRequester, .onHold])
        #expect(gold.conditions.sides == [.buyer] && gold.conditions.urgencies == [.high, .urgent])
        #expect(gold.conditions.marketplaces == ["A1PA6795UKMFR9"])
        #expect(gold.conditions.stakes.map(\.description) == ["EUR 250.00", "JPY 3000"])
        #expect(
            settings.promiseRules[1].promise.calendar == "office"
                && settings.promiseRules[1].conditions == CaseConditions())
        let ann = settings.people[0]
        #expect(ann.sides == [.buyer, .seller] && ann.languages == ["en", "de"] && ann.groups == ["money"])
        #expect(ann.cap == 8 && ann.shift == "berlin" && ann.level == 1)
        #expect(ann.roles == ["buyer-protection"])
        #expect(settings.people[1] == DeskPerson("ben"))
        #expect(settings.routingRules[0].sides == [.buyer, .seller] && settings.routingRules[0].level == 1)
        #expect(settings.macros[0].replies == ["en": "We are sorry.", "": "Sorry."])
        #expect(settings.checklists[0].steps.count == 2 && settings.checklists[0].conditions?.categories == ["claim"])
        #expect(settings.redaction.kinds == [.cards, .emails])
        #expect(settings.retention.days(on: "A1PA6795UKMFR9") == 365 && settings.retention.days(on: "US") == 730)
        #expect(settings.sendingHours == settings.calendars["berlin"])
        #expect(settings.calendars.keys.sorted() == ["berlin", "office"])
    }

    @Test(arguments: [
        ("cases: {promise: []}", "cases.promise", "promises"),
        ("cases: {promises: [{id: a, resolutions: 4}]}", "cases.promises.resolutions", "resolution"),
        ("cases: {people: [{name: ann, skill: x}]}", "cases.people.skill", "skills"),
        ("cases: {routing: [{id: a, when: {sides: buyer}}]}", "cases.routing.when.sides", "side"),
    ]) func anUnknownKeyIsNamedWithItsNeighbour(yaml: String, key: String, nearest: String) {
        #expect {
            try settings(yaml)
        } throws: { error in
            guard case .unknownKey(key, .some, nearest: nearest) = error as? ConfigurationError else { return false }
            return true
        }
    }

    @Test(arguments: [
        ("promises: [{id: a}]", "cases.promises"), ("promises: [{resolution: 4}]", "cases.promises"),
        ("promises: [{id: a, resolution: 0}]", "cases.promises.resolution"),
        ("promises: [{id: a, resolution: 4, calendar: night}]", "cases.promises.calendar"),
        ("promises: [{id: a, resolution: 4, pauses: [solved]}]", "cases.promises.pauses"),
        ("promises: [{id: a, resolution: 4}, {id: a, resolution: 5}]", "cases.promises"),
        ("promises: [{id: a, resolution: 4, when: {stakes: {EUR: 1.234}}}]", "cases.promises.when.stakes.EUR"),
        ("promises: [{id: a, resolution: 4, when: {stakes: {EUR: -1}}}]", "cases.promises.when.stakes.EUR"),
        ("people: [{sides: buyer}]", "cases.people"), ("people: [{name: ann, cap: -1}]", "cases.people.cap"),
        ("people: [{name: ann, level: boss}]", "cases.people.level"),
        ("people: [{name: ann}, {name: ann}]", "cases.people"),
        ("{people: [{name: ann}], routing: [{id: a, skills: refunds}]}", "cases.routing"),
        ("{people: [{name: ann}], routing: [{id: a, group: money}]}", "cases.routing"),
        ("macros: [{id: a}]", "cases.macros"), ("checklists: [{id: a}]", "cases.checklists"),
        ("redaction: [names]", "cases.redaction"), ("retention: {DE: 0}", "cases.retention.DE"),
        ("mail: {own: [shop.example]}", "cases.mail.own"), ("mail: {daysOfThread: -1}", "cases.mail.daysOfThread"),
        ("sendingHours: night", "cases.sendingHours"), ("levels: [a, a]", "cases.levels"),
    ]) func aValueThatItsKeyDoesNotTakeIsRefused(section: String, key: String) {
        #expect {
            try settings("cases:\n  \(section)")
        } throws: { error in
            guard case .value(key, _, _, _) = error as? ConfigurationError else { return false }
            return true
        }
    }
}
