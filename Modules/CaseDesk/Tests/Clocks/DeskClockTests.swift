import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@Suite struct DeskClockTests {
    private let rules: DeskRules

    init() throws {
        rules = DeskRules(
            try DeskSettings(
                yaml: "cases: {promises: [{id: all, firstResponse: 1, resolution: 8}]}",
                sources: SettingsSources { _ in nil }))
    }

    private func at(_ hour: Int64) -> Instant { Instant(seconds: 1_795_132_800 + hour * 3_600) }

    @Test func aCaseIsDueWhenTheFirstOfItsPromisesIs() {
        var contents = Case(source: "test", code: "1", account: "north")
        contents.add(CaseEvent(at: at(10), .opened))
        #expect(rules.due(of: contents, at: at(10)) == at(11))
        contents.add(CaseEvent(at: at(10), .message(.init(1, by: .agent("ann")))))
        #expect(rules.due(of: contents, at: at(12)) == at(24 * 3 + 10), "Friday from 10 to 17, and an hour on Monday")
        contents.add(CaseEvent(at: at(12), .state(.waitingOnRequester)))
        #expect(rules.due(of: contents, at: at(13)) == nil, "nothing is due while it waits for who asked")
        contents.add(CaseEvent(at: at(14), .state(.solved)))
        #expect(rules.due(of: contents, at: at(15)) == nil)
    }

    @Test func whatIsOverdueStaysDueThen() {
        var contents = Case(source: "test", code: "1", account: "north")
        contents.add(CaseEvent(at: at(10), .opened))
        #expect(rules.due(of: contents, at: at(16)) == at(11))
    }

    @Test func aCaseIsGivenOnlyToSomebodyWhoCanWorkItAndHasRoom() throws {
        var desk = DeskSample()
        desk.rules = DeskRules(
            try DeskSettings(
                yaml: """
                    cases:
                      people: [{name: mia, skills: [refunds], cap: 1}, {name: ben}]
                      routing: [{id: all, skills: [refunds]}]
                    """, sources: SettingsSources { _ in nil }))
        let (first, second) = (try desk.opened("1"), try desk.opened("2"))
        #expect(throws: CaseWorkError.notAble(first, "ben", [.skills(["refunds"])])) {
            try desk.bench("mia").assign(first, to: "ben")
        }
        try desk.bench("mia").claim(first)
        #expect(throws: CaseWorkError.notAble(second, "mia", [.full(cap: 1)])) { try desk.bench("mia").claim(second) }
        try desk.bench("mia").move(first, to: .solved)
        #expect(try desk.bench("mia").claim(second).owner == "mia")
    }
}
