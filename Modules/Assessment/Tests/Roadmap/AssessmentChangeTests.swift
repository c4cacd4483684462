import FlywheelKit
import Testing

@testable import Assessment

@Suite struct AssessmentChangeTests {
    @Test func nothingChangesWithoutAChange() throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([3, 6, 4]))
        #expect(document.changes(since: document) == [])
    }

    @Test func whatMovedIsNamedWithItsDirection() throws {
        let before = GoldenHistory.assess(try GoldenHistory.at([6, 5, 6]))
        var history = try GoldenHistory.at([6, 6, 4])
        history.links[0].changedFindings = 0
        let after = GoldenHistory.assess(history)
        let changes = after.changes(since: before)
        func change(_ part: AssessmentChange.Part, _ subject: String) -> AssessmentChange? {
            changes.first { $0.part == part && $0.subject == subject }
        }
        #expect(change(.maturity, "inventory") == .init(.maturity, "inventory", from: "5", to: "6", .better))
        #expect(change(.maturity, "pricing") == .init(.maturity, "pricing", from: "6", to: "4", .worse))
        #expect(change(.check, "pricing 5.3") == .init(.check, "pricing 5.3", from: "met", to: "not-met", .worse))
        #expect(
            change(.connection, "suppressions->inventory")
                == .init(.connection, "suppressions->inventory", from: "4", to: "3", .worse))
        #expect(change(.maturity, "suppressions") == nil)
    }

    @Test func anotherModelIsSaidFirst() throws {
        let history = try GoldenHistory.at([6, 5, 6])
        var model = MaturityModel.standard
        model.version = 2
        let changes = GoldenHistory.assess(history, by: model).changes(since: GoldenHistory.assess(history))
        #expect(changes.map(\.part) == [.model])
        #expect(changes.first?.after == "workflow-maturity 2 0")
    }

    @Test func whatIsNoLongerKnownIsNoChangeForTheWorse() throws {
        let before = GoldenHistory.assess(try GoldenHistory.at([6, 5, 6]))
        let after = GoldenHistory.assess(try GoldenHistory.at([6, 5, 6], links: false))
        let change = after.changes(since: before).first { $0.part == .connection }
        #expect(change?.before == "4")
        #expect(change?.after == nil)
        #expect(change?.direction == .other)
    }
}
