import CaseDesk
import Cases
import Conversations
import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Settings
import Testing

@Suite struct RoutingDeskTests {
    private static let settings = """
        cases:
          levels: [frontline, senior]
          people:
            - {name: ana, groups: [money], cap: 2}
            - {name: ben, languages: [de]}
            - {name: sue, level: senior}
          routing:
            - {id: loud, when: {urgency: [high]}, level: senior}
            - {id: rest, group: money}
        """

    private func desk(_ shelf: DisputeShelf = .memory, _ yaml: String = settings) throws -> DeskSample {
        var desk = DeskSample(try shelf.store())
        desk.rules = try rules(yaml)
        return desk
    }

    private func rules(_ yaml: String) throws -> DeskRules {
        DeskRules(try DeskSettings(yaml: yaml, sources: SettingsSources { _ in nil }))
    }

    private func routing(
        _ desk: DeskSample, at hour: Int64 = 100, worth: @escaping (CaseID, Case) throws -> Double? = { _, _ in nil }
    ) -> RoutingDesk {
        RoutingDesk(
            desk.store, rules: desk.rules, actor: Actor(.person, "lee"), now: DeskSample.hour(hour), worth: worth)
    }

    /// Four cases, the first of them urgent.
    private func four(_ desk: DeskSample) throws -> [CaseID] {
        let ids = try (1...4).map { try desk.opened("\($0)") }
        try desk.bench("ana", at: 99).label(ids[0], urgency: .high)
        return ids
    }

    @Test(arguments: DisputeShelf.allCases) func whatTheDryRunSaysHappens(shelf: DisputeShelf) throws {
        let desk = try desk(shelf)
        let ids = try four(desk)
        let plan = try routing(desk).plan()
        #expect(try desk.store.caseRecords(ids).allSatisfy { $0.owner == nil })
        let done = try routing(desk).route()
        #expect(plan.map(\.record) == done.map(\.record) && plan.map(\.outcome) == done.map(\.outcome))
        #expect(done.map(\.record.id) == ids)
        #expect(done.map(\.outcome) == [.given("sue"), .given("ana"), .given("ana"), .waits])
        let records = try desk.store.caseRecords(ids)
        #expect(records.map(\.owner) == ["sue", "ana", "ana", nil])
        #expect(records.map(\.group) == [nil, "money", "money", "money"], "what waits for room waits in its group")
        let history = try desk.store.history(of: ids[1].description)
        let last = try #require(history.last)
        #expect(last.actor.name == "lee" && last.event.verb == .routed)
        #expect(last.event.cause == "rest" && last.event.detail == "ana")
        #expect(try desk.store.journalFaults().isEmpty)
        #expect(try routing(desk).route().map(\.outcome) == [.waits], "again changes nothing but says who waits")
        #expect(try desk.store.history(of: ids[3].description).map(\.event.verb).filter { $0 == .routed }.count == 1)
    }

    @Test(arguments: DisputeShelf.allCases) func whoGaveACaseOutTakesItBack(shelf: DisputeShelf) throws {
        let desk = try desk(shelf)
        let ids = try four(desk)
        try routing(desk).route()
        let (back, verb) = try desk.bench("lee").undo(ids[1])
        #expect(back.map(\.owner) == [nil] && verb == .routed)
        #expect(try desk.store.caseRecords(ids).map(\.owner) == ["sue", nil, "ana", nil])
    }

    @Test func roomGoesToWhatSavesMost() throws {
        let desk = try desk()
        let ids = try four(desk)
        let done = try routing(desk) { id, _ in id == ids[3] ? 500 : id == ids[2] ? 20 : nil }.route()
        #expect(done.map(\.record.id) == [ids[3], ids[2], ids[0], ids[1]])
        #expect(try desk.store.caseRecords(ids).map(\.owner) == ["sue", nil, "ana", "ana"])
    }

    @Test func whatSomebodyHasInHandIsAskedAboutAndTheRestMoves() throws {
        var desk = try desk()
        let ids = try four(desk)
        try routing(desk).route()
        // She takes one of the two that she was given.
        let before = try desk.store.caseRecords([ids[1]]).first?.version ?? 0
        #expect(try desk.bench("ana").claim(ids[1]).version == before + 1)
        #expect(try desk.bench("ana").claim(ids[1]).version == before + 1)
        desk.rules = try rules(Self.settings.replacing("group: money}", with: "level: senior}"))
        let steps = try routing(desk, at: 101).route()
        let asked = try #require(steps.first { $0.record.id == ids[1] })
        #expect(asked.outcome == .asks("ana") && asked.because == [.level(0, needed: 1)])
        #expect(asked.routing.person == "sue")
        #expect(try desk.store.caseRecords(ids).map(\.owner) == ["sue", "ana", "sue", "sue"])
        #expect(try desk.store.caseRecords([ids[2]]).first?.group == nil, "the group goes with its rule")
    }

    @Test func whatAnotherHandChangedMeanwhileIsLeftToTheNextTime() throws {
        let desk = try desk()
        let ids = try four(desk)
        let steps = try routing(desk) { id, _ in
            // While cases are still looked at, somebody works on one that was.
            if id == ids[2] { try desk.bench("sue", at: 100).label(ids[1], urgency: .low) }
            return nil
        }.route()
        #expect(steps.first { $0.record.id == ids[1] }?.outcome == .late)
        #expect(try desk.store.caseRecords([ids[1]]).first?.owner == nil)
    }

    // MARK: Who would never see it

    /// Ana is kept out, and Sue may know of another account alone.
    private let apart = {
        var (ana, sue) = (
            PersonRecord(name: "ana", displayName: "Ana", role: "operator"),
            PersonRecord(name: "sue", displayName: "Sue", role: "lead", accounts: ["south"])
        )
        ana.disabled = DeskSample.hour(99)
        sue.accounts = ["south"]
        return Roster([ana, sue])
    }()

    @Test func whoIsKeptOutOrMayNotKnowOfTheAccountIsGivenNothing() throws {
        var desk = try desk()
        let ids = try four(desk)
        try routing(desk).route()
        desk.rules.roster = { [apart] () throws(StoreError) in apart }
        let steps = try routing(desk, at: 101).route()
        #expect(steps.allSatisfy { $0.outcome == .waits }, "\(steps.map(\.outcome))")
        #expect(try desk.store.caseRecords(ids).allSatisfy { $0.owner == nil }, "what rules gave moves")
        let able = steps.flatMap(\.routing.passedOver).filter { $0.person != "ben" }
        #expect(Set(able.compactMap(\.obstacles.first)) == [.keptOut, .account("northwind")])
        #expect(throws: CaseWorkError.notAble(ids[1], "ana", [.keptOut])) {
            try desk.bench("mia", at: 102).assign(ids[1], to: "ana")
        }
    }

    @Test func whereNobodyIsNamedNobodyWhoIsKeptOutIsGivenACase() throws {
        var desk = try desk(.memory, "cases: {}")
        let id = try desk.opened()
        desk.rules.roster = { [apart] () throws(StoreError) in apart }
        #expect(throws: CaseWorkError.notAble(id, "ana", [.keptOut])) { try desk.bench("mia").assign(id, to: "ana") }
        #expect(throws: CaseWorkError.notAble(id, "sue", [.account("northwind")])) {
            try desk.bench("mia").assign(id, to: "sue")
        }
        #expect(try desk.bench("mia").assign(id, to: "ben").owner == "ben")
    }

    // MARK: What somebody works next

    @Test func nextIsWhatSavesMostOfWhatSomebodyCanTake() throws {
        let desk = try desk()
        let ids = try four(desk)
        let routing = routing(desk) { id, _ in id == ids[2] ? 20 : nil }
        let next = try routing.next(for: "ana")
        #expect(next.pick?.record.id == ids[2] && next.able == 3)
        #expect(next.obstacles == [.level(0, needed: 1): 1])
        #expect(try routing.next(for: "sue").pick?.record.id == ids[0], "the others are of a group she is not in")
        #expect(try routing.next(for: "ben").pick == nil)
        #expect(throws: CaseWorkError.nobody("zoe", ["ana", "ben", "sue"])) { try routing.next(for: "zoe") }
    }

    @Test func whatARuleGaveIsNextUntilItIsTaken() throws {
        let desk = try desk()
        let ids = try four(desk)
        try routing(desk).route()
        // She has as many as she may, and they are still hers to begin.
        let next = try routing(desk).next(for: "ana")
        #expect(next.pick?.record.id == ids[1] && next.pick?.isTheirs == true)
        #expect(next.obstacles == [.full(cap: 2): 1])
        try desk.bench("ana").claim(ids[1])
        #expect(try routing(desk).next(for: "ana").pick?.record.id == ids[2])
        try desk.bench("ana").claim(ids[2])
        #expect(try routing(desk).next(for: "ana").pick == nil)
    }

    @Test func whereNobodyIsNamedAnybodyTakesWhatWaitsLongest() throws {
        let desk = try desk(.memory, "cases: {}")
        let ids = try four(desk)
        try desk.bench("mia").move(ids[0], to: .waitingOnRequester)
        #expect(try routing(desk).next(for: "mia").pick?.record.id == ids[1])
    }
}
