import Calendars
import Cases
import Conversations
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Settings
import Testing

@testable import CaseDesk

@Suite struct OutreachDeskTests {
    private static let yaml = """
        cases:
          templates:
            - id: still-on-it
              text:
                de: "Wir sind noch an {case}."
                other: "We are still on {case}; more by {next}."
          outreach:
            - id: every-two-days
              occasion: open-case
              template: still-on-it
              everyHours: 48
        """

    private func desk(byItself: Bool = false) throws -> DeskSample {
        var desk = DeskSample()
        let yaml = Self.yaml + (byItself ? "\n      sendsByItself: yes\n" : "\n")
        desk.rules = DeskRules(try DeskSettings(yaml: yaml, sources: SettingsSources(zone: { _ in .utc })))
        return desk
    }

    private func outreach(_ desk: DeskSample, at hour: Int64) -> OutreachDesk {
        OutreachDesk(desk.store, rules: desk.rules, actor: Actor(.person, "ann"), now: DeskSample.hour(hour))
    }

    private func written(_ desk: DeskSample, at hour: Int64) throws -> [OutreachMessage] {
        try outreach(desk, at: hour).write()
    }

    @Test func aPersonApprovesBeforeAnythingIsWritten() throws {
        let desk = try desk()
        let id = try desk.opened()
        let proposed = try outreach(desk, at: 100).propose()
        #expect(proposed.map(\.state) == [.proposed])
        #expect(try written(desk, at: 101).isEmpty)
        try #require(outreach(desk, at: 102).decide(proposed.map(\.record.id), approve: true).decided.count == 1)
        let messages = try written(desk, at: 103)
        #expect(messages.map(\.case) == [id])
        #expect(messages.map(\.source) == ["zendesk"] && messages.map(\.ticket) == ["7"])
        #expect(messages.first?.text.hasPrefix("We are still on 7; more by 2026-") == true)
        #expect(try written(desk, at: 104).isEmpty, "once")
    }

    @Test func theSameIsNotProposedTwiceAndComesAgainAfterItsHours() throws {
        let desk = try desk(byItself: true)
        try desk.opened()
        #expect(try outreach(desk, at: 100).propose().map(\.state) == [.approved])
        #expect(try outreach(desk, at: 101).propose().isEmpty)
        #expect(try written(desk, at: 101).count == 1)
        let next = try outreach(desk, at: 110).propose()
        #expect(next.map(\.note.sendAfter) == [DeskSample.hour(149)])
        #expect(try written(desk, at: 148).isEmpty)
        #expect(try written(desk, at: 149).count == 1)
    }

    @Test func itStopsOnceTheCaseIsSolved() throws {
        let desk = try desk(byItself: true)
        let id = try desk.opened()
        try #require(outreach(desk, at: 100).propose().count == 1)
        try desk.bench("ann", at: 101).move(id, to: .solved)
        #expect(try written(desk, at: 102).isEmpty)
        #expect(try outreach(desk, at: 102).all().map(\.state) == [.over])
        #expect(try outreach(desk, at: 300).propose().isEmpty)
    }

    @Test func whatAPersonRefusedStaysRefused() throws {
        let desk = try desk()
        try desk.opened()
        let proposed = try outreach(desk, at: 100).propose()
        try #require(outreach(desk, at: 101).decide(proposed.map(\.record.id), approve: false).decided.count == 1)
        #expect(try outreach(desk, at: 300).propose().isEmpty)
        let id = try #require(proposed.first).record.id
        #expect(
            try outreach(desk, at: 301).decide([id, id, OutreachID(99)], approve: true).refusals == [
                .cannotDecide(id, "refused"), .unknown(OutreachID(99)),
            ])
    }

    @Test func whatIsRefusedKeepsNobodyFromTheRest() throws {
        let desk = try desk()
        try desk.opened()
        let proposed = try outreach(desk, at: 100).propose().map(\.record.id)
        let (decided, refusals) = try outreach(desk, at: 101).decide([OutreachID(99)] + proposed, approve: true)
        #expect(decided.map(\.record.id) == proposed && refusals == [.unknown(OutreachID(99))])
    }

    @Test func whatIsWrittenByTwoIsMarkedByTheFirst() throws {
        let desk = try desk(byItself: true)
        try desk.opened()
        try #require(outreach(desk, at: 100).propose().count == 1)
        let (messages, _) = try outreach(desk, at: 101).due()
        #expect(try outreach(desk, at: 101).due().messages == messages, "to look marks nothing")
        try outreach(desk, at: 101).written(messages, to: "/tmp/one.csv", digest: "1")
        #expect(throws: OutreachError.cannotWrite(messages[0].id, "written")) {
            try outreach(desk, at: 102).written(messages, to: "/tmp/two.csv", digest: "2")
        }
        #expect(try outreach(desk, at: 103).writtenFiles().map(\.path) == ["/tmp/one.csv"])
    }

    @Test func whatHasNoTextAnyMoreIsNamedAndWaits() throws {
        let desk = try desk(byItself: true)
        try desk.opened()
        let proposed = try outreach(desk, at: 100).propose()
        let without = OutreachDesk(
            desk.store, rules: DeskRules(), actor: Actor(.person, "ann"), now: DeskSample.hour(101))
        let result = try without.due()
        #expect(result.messages.isEmpty)
        #expect(result.withoutText.map(\.record.id) == proposed.map(\.record.id))
        #expect(try written(desk, at: 102).count == 1)
    }

    @Test func aTextThatNamesTheChanceIsRefused() {
        let yaml = Self.yaml.replacing("{next}", with: "{chance}")
        #expect {
            try DeskSettings(yaml: yaml, sources: SettingsSources(zone: { _ in .utc }))
        } throws: {
            "\($0)".contains("{chance}") && "\($0)".contains("{order}")
        }
    }
}

extension OutreachDesk {
    /// Writes what is due to a file that nobody looks into.
    func write() throws -> [OutreachMessage] {
        let messages = try due().messages
        try written(messages, to: "/tmp/outreach.csv", digest: "")
        return messages
    }
}
