import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What becomes of what a file did that was discarded since.
@Suite struct DiscardTests {
    private static let stages = [InstalledStage(BlockedStage.self)]
    private let wheel: Wheel
    private let ann = Actor(.person, "ann")

    /// A is blocked, as a file says that is right; at noon a turn knows it.
    init() throws {
        wheel = Wheel(
            store: try store([.catalog([("A", nil, 1_000), ("B", nil, 1_000)], at: .noon - 0.1)]),
            stages: Self.stages)
        try keep(["A"], at: .noon - 0.05)
        try turn(0)
    }

    @discardableResult
    private func keep(_ codes: [String], at: Instant, account: String = "acme") throws -> ImportID {
        var file = Export.blocked(codes.map { ($0, 100) }, at: at)
        file.account = account
        return try file.keep(in: wheel.store)
    }

    @discardableResult
    private func turn(_ day: Double, meanwhile: () throws -> Void = {}) throws -> RotationSummary {
        try wheel.turn(at: .noon + day, meanwhile: meanwhile)
    }

    private func discard(_ id: ImportID, _ day: Double) throws {
        try wheel.store.decideImport(id, accept: false, by: ann, at: .noon + day)
    }

    private func bench(_ day: Double) throws -> Workbench {
        Workbench(wheel.store, plan: try Plan(Self.stages), actor: ann, now: .noon + day)
    }

    private static func subject(_ code: String, account: String = "acme") -> Subject {
        Subject(.listing, account: account, marketplace: "ATVPDKIKX0DER", code: code)
    }

    private func all(_ code: String, account: String = "acme") throws -> [ExceptionRecord] {
        try wheel.store.exceptions(on: Self.subject(code, account: account))
    }

    private func one(_ code: String) throws -> ExceptionRecord {
        let found = try all(code)
        #expect(found.count == 1)
        return try #require(found.last)
    }

    private func events(_ id: ExceptionID) throws -> [String] {
        try wheel.store.history(of: id.description).map {
            [$0.event.verb.rawValue, $0.event.state, $0.event.detail].joined(separator: " ")
        }
    }

    private func expectNothingLearned() throws {
        #expect(try wheel.store.outcomes().isEmpty)
        #expect(try wheel.store.stageStates().allSatisfy(\.record.isEmpty))
    }

    // MARK: What it opened

    @Test(arguments: [false, true]) func whatItOpenedIsWithdrawnWhoeverClosedIt(isClosed: Bool) throws {
        let wrong = try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        let id = try one("B").id
        if isClosed { try bench(1.1).close(id, rootCause: "policy") }
        try discard(wrong, 1.2)
        try turn(1.3)
        #expect(try one("B").state == .withdrawn && one("A").state == .active)
        #expect(try events(id).last == "cleared withdrawn discarded")
        try expectNothingLearned()
        #expect(try wheel.store.journalFaults().isEmpty)
        let again = try turn(1.3)
        #expect(again.rotation == RotationID(3) && again.workflows[0].ended == 0, "a second look changes nothing")
    }

    @Test func whatIsSeenAllTheSameStays() throws {
        let wrong = try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        try discard(wrong, 1.2)
        try keep(["B"], at: .noon + 1.25)
        try turn(1.3)
        #expect(try one("B").state == .active && one("A").state == .cleared)
    }

    @Test func whatAPersonSaidOfItStands() throws {
        let wrong = try keep(["B"], at: .noon + 0.9)
        try turn(1)
        try bench(1.1).dismiss(try one("B").id, as: .noise)
        try discard(wrong, 1.2)
        try turn(1.3)
        #expect(try one("B").state == .dismissed)
        #expect(try wheel.store.outcomes().map(\.verdict) == [.noise])
    }

    @Test func whatAPersonAddedIsNoneOfItsDoing() throws {
        let first = try keep(["A"], at: .noon + 0.9)
        try turn(1)
        let found = try bench(1.05).add(
            Fingerprint(workflow: "blocked", kind: "blocked", subject: Self.subject("B")),
            loss: .unknown("nobody knows"), note: nil)
        let second = try keep(["A", "B"], at: .noon + 1.1)
        try turn(1.15)
        #expect(try one("B").isSeenByStage)
        for id in [second, first] { try discard(id, 1.2) }
        try turn(1.3)
        #expect(try one("B").id == found.id && one("B").state == .cleared)
    }

    @Test func aPredictionThatItMadeIsNoFalseAlarm() throws {
        var wrong = Export.blocked([("B", 100)], at: .noon + 0.9)
        wrong.rows[0].cells[SuppressedListings.exemptUntil.name] = SuppressedListings.exemptUntil.of(.noon + 9).data
        let id = try wrong.keep(in: wheel.store)
        try turn(1)
        #expect(try one("B").state == .predicted)
        try discard(id, 1.2)
        try turn(1.3)
        #expect(try one("B").state == .withdrawn)
        try expectNothingLearned()
    }

    @Test func whatOnlyItNamedIsWithdrawnAtOnce() throws {
        let wrong = try keep(["B"], at: .noon + 0.9, account: "other")
        try turn(1)
        #expect(try all("B", account: "other").map(\.state) == [.active])
        try discard(wrong, 1.2)
        try turn(1.3)
        #expect(try all("B", account: "other").map(\.state) == [.withdrawn])
        try expectNothingLearned()
    }

    @Test func whereNothingIsKnownOfItTheNextFileTells() throws {
        let wrong = try keep(["A", "B"], at: .noon + 3)
        try turn(3.1)
        try discard(wrong, 3.2)
        try turn(3.3)
        #expect(try one("B").state == .active, "the file before is stale")
        try keep(["A"], at: .noon + 4)
        try turn(4.1)
        #expect(try one("B").state == .withdrawn && one("A").state == .active)
        try keep(["B"], at: .noon + 5)
        try turn(5.1)
        try keep([], at: .noon + 6)
        try turn(6.1)
        #expect(try all("B").map(\.state) == [.withdrawn, .cleared], "what opens later is none of its doing")
    }

    @Test func whereARowCannotBeToldTheNextFileTells() throws {
        let wrong = try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        try discard(wrong, 1.2)
        var silent = Export.blocked([("A", 100)], at: .noon + 1.25)
        silent.unread = ["B"]
        try silent.keep(in: wheel.store)
        try turn(1.3)
        #expect(try one("B").state == .active)
        try keep(["A"], at: .noon + 1.4)
        try turn(1.5)
        #expect(try one("B").state == .withdrawn)
    }

    @Test func aFileThatNeverCountedMisledNobody() throws {
        var suspect = Export.blocked([("A", 50)], at: .noon + 0.95)
        suspect.state = .quarantined
        let id = try suspect.keep(in: wheel.store)
        try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        try discard(id, 1.1)
        try keep(["A"], at: .noon + 1.2)
        try turn(1.3)
        #expect(try one("B").state == .cleared)
    }

    @Test func anAcceptedFileMisledFromThenOn() throws {
        var suspect = Export.blocked([("A", 100), ("B", 100)], at: .noon + 0.8)
        suspect.state = .quarantined
        let id = try suspect.keep(in: wheel.store)
        try turn(1)
        try wheel.store.decideImport(id, accept: true, by: ann, at: .noon + 1.1)
        try turn(1.2)
        #expect(try one("B").state == .active)
        try discard(id, 1.3)
        try turn(1.4)
        #expect(try one("B").state == .withdrawn)
    }

    @Test func whatAnotherFileTookThePlaceOfIsJudgedByThat() throws {
        let wrong = try keep(["A"], at: .noon + 0.8)
        try turn(0.85)
        try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        try discard(wrong, 1.1)
        try keep(["A"], at: .noon + 1.2)
        try turn(1.3)
        #expect(try one("B").state == .cleared)
    }

    @Test func severalWrongFilesAreTakenBackTogether() throws {
        let first = try keep(["A", "B"], at: .noon + 0.8)
        try turn(0.85)
        let second = try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        try discard(second, 1.1)
        try discard(first, 1.2)
        try turn(1.3)
        #expect(try one("B").state == .withdrawn)
    }

    @Test func workflowsThatReadWhatItsReadersPublishWereMisledToo() throws {
        let plan = try Plan([
            InstalledStage(TenthStage.self), InstalledStage(LeftStage.self), InstalledStage(ShareStage.self),
            InstalledStage(StockStage.self),
        ])
        #expect(plan.workflows(dependingOn: SuppressedListings.feed.key) == ["share", "left", "tenth"])
        #expect(plan.workflows(dependingOn: Stock.feed.key) == ["stock"])
    }

    // MARK: What it ended

    @Test func whatItEndedReturnsAsItWas() throws {
        let id = try one("A").id
        try bench(0.1).claim(id)
        try bench(0.2).note(id, "seen before")
        let before = try one("A")
        let wrong = try keep(["B"], at: .noon + 0.9)
        try turn(1)
        #expect(try one("A").state == .cleared)
        #expect(try wheel.store.outcomes().map(\.verdict) == [.actionable])
        #expect(try !wheel.store.stageStates().allSatisfy(\.record.isEmpty))

        try discard(wrong, 1.2)
        try turn(1.3)
        let after = try one("A")
        #expect(after.id == id && after.state == .active && after.claimedBy == "ann" && after.responsible == "ann")
        #expect(after.claimed == before.claimed && after.due == before.due && after.detected == before.detected)
        #expect(try wheel.store.notes(on: id).count == 1)
        #expect(try wheel.queue().map(\.exception.id) == [id])
        #expect(try events(id).suffix(2) == ["cleared cleared ", "returned active discarded"])
        try expectNothingLearned()
        #expect(try wheel.store.journalFaults().isEmpty)
        #expect(try turn(1.3).rotation == RotationID(3), "a second look changes nothing")

        try keep([], at: .noon + 1.9)
        try turn(2)
        #expect(try one("A").state == .cleared, "it may end again, and leaves what it leaves")
        #expect(try wheel.store.outcomes().map(\.ended) == [.noon + 2])
    }

    @Test func whatOthersLeftIsStillKnown() throws {
        try keep(["A", "B"], at: .noon + 0.4)
        try turn(0.5)
        try keep(["A"], at: .noon + 0.6)
        try turn(0.7)
        let (outcomes, states) = (try wheel.store.outcomes(), try wheel.store.stageStates())
        #expect(outcomes.count == 1)
        let wrong = try keep([], at: .noon + 0.9)
        try turn(1)
        #expect(try wheel.store.outcomes().count == 2)
        try discard(wrong, 1.2)
        try turn(1.3)
        #expect(try wheel.store.outcomes() == outcomes)
        #expect(try wheel.store.stageStates() == states)
    }

    @Test func aCloseThatItConfirmedIsOpenAgainForTheDataToJudge() throws {
        let id = try one("A").id
        try bench(0.1).close(id, rootCause: "policy")
        let wrong = try keep([], at: .noon + 0.9)
        try turn(1)
        #expect(try one("A").state == .verified)
        try discard(wrong, 1.2)
        try turn(1.3)
        let after = try one("A")
        #expect(after.state == .verifying && after.closedBy == "ann" && after.rootCause == "policy")
        try expectNothingLearned()
        try keep(["A"], at: .noon + 1.4)
        try turn(1.5)
        #expect(try one("A").state == .notFixed)
        #expect(
            try events(id).suffix(3) == ["verified verified ", "returned verifying discarded", "notFixed notFixed "])
    }

    @Test func aCloseThatItConfirmedIsRefutedByWhatIsSeenNow() throws {
        let id = try one("A").id
        try bench(0.1).close(id, rootCause: "policy")
        let wrong = try keep([], at: .noon + 0.9)
        try turn(1)
        try discard(wrong, 1.2)
        try keep(["A"], at: .noon + 1.25)
        try turn(1.3)
        #expect(try one("A").state == .notFixed)
        #expect(try events(id).suffix(2) == ["returned verifying discarded", "notFixed notFixed "])
        #expect(try wheel.store.journalFaults().isEmpty)
    }

    @Test func whereTheFeedIsMissingTheNextFileBringsItBack() throws {
        let id = try one("A").id
        let wrong = try keep(["B"], at: .noon + 3)
        try turn(3.1)
        try discard(wrong, 3.2)
        try turn(3.3)
        #expect(try one("A").state == .cleared)
        try keep(["A"], at: .noon + 4)
        try turn(4.1)
        #expect(try one("A").id == id && one("A").state == .active)
    }

    @Test func whatEndedBeforeOrByAPersonsWordDoesNotReturn() throws {
        try bench(0.1).dismiss(try one("A").id, as: .known)
        let wrong = try keep(["B"], at: .noon + 0.9)
        try turn(1)
        try discard(wrong, 1.2)
        try turn(1.3)
        #expect(try one("A").state == .dismissed)
    }

    @Test func whatAPersonChangedMeanwhileIsJudgedByTheNextTurn() throws {
        let wrong = try keep(["A", "B"], at: .noon + 0.9)
        try turn(1)
        let id = try one("B").id
        try discard(wrong, 1.2)
        #expect(try turn(1.3) { try bench(1.3).claim(id) }.skipped == 1)
        #expect(try one("B").state == .active)
        try turn(1.4)
        #expect(try one("B").state == .withdrawn)
    }

    // MARK: Groups

    @Test func aGroupComesAndGoesWithItsMembers() throws {
        let rollout = try Rollout(listings: 6)
        let store = rollout.wheel.store
        try rollout.report((0..<4).map { ($0, "X", 100) }, at: .noon - 0.05)
        try rollout.wheel.turn()
        let group = try #require(try rollout.group())
        let wrong = try Export.blocked([], at: .noon + 0.9).keep(in: store)
        try rollout.wheel.turn(at: .noon + 1)
        #expect(try store.exception(group.id)?.state == .cleared)
        try store.decideImport(wrong, accept: false, by: ann, at: .noon + 1.1)
        try rollout.wheel.turn(at: .noon + 1.2)
        #expect(try store.exception(group.id)?.state == .active)
        #expect(try rollout.rows().map(\.parent) == Array(repeating: group.id, count: 4))
        #expect(try store.outcomes().isEmpty && store.journalFaults().isEmpty)
        #expect(try rollout.wheel.turn(at: .noon + 1.2).rotation == RotationID(3))
    }

    @Test func aGroupThatAPersonDismissedDoesNotComeBackWithAMember() throws {
        let rollout = try Rollout(listings: 6)
        let issues = (0..<4).map { (listing: $0, code: "90220", percent: 100) }
        try rollout.report(issues, at: .noon - 0.1)
        try rollout.wheel.turn()
        let (store, group) = (rollout.wheel.store, try #require(try rollout.group()))
        try rollout.desk("ben", at: .noon + 0.1).claim(try rollout.rows()[0].id)
        try rollout.desk(at: .noon + 0.2).dismiss(group.id, as: .noise)
        try rollout.report(Array(issues.dropFirst()), at: .noon + 0.9)
        let wrong = try #require(try store.imports().last?.id)
        try rollout.wheel.turn(at: .noon + 1)
        let journal = try store.history(of: group.id.description).map(\.event)
        try store.decideImport(wrong, accept: false, by: ann, at: .noon + 1.2)
        try rollout.wheel.turn(at: .noon + 1.3)
        #expect(try rollout.rows().map(\.claimedBy) == ["ben"])
        #expect(try store.exception(group.id)?.state == .dismissed)
        #expect(try store.history(of: group.id.description).map(\.event) == journal)
    }

    @Test func aGroupOfMistakesLeavesNothing() throws {
        let rollout = try Rollout(listings: 6)
        let store = rollout.wheel.store
        try Export.blocked([], at: .noon - 0.1).keep(in: store)
        try rollout.wheel.turn()
        try rollout.report((0..<4).map { ($0, "X", 100) }, at: .noon + 0.9)
        let wrong = try #require(try store.imports().last?.id)
        try rollout.wheel.turn(at: .noon + 1)
        let group = try #require(try rollout.group())
        try rollout.desk(at: .noon + 1.1).close(group.id, rootCause: "policy")
        try store.decideImport(wrong, accept: false, by: ann, at: .noon + 1.2)
        try rollout.wheel.turn(at: .noon + 1.3)
        #expect(try store.exception(group.id)?.state == .withdrawn)
        #expect(try store.unfinishedExceptions().isEmpty && store.outcomes().isEmpty)
        #expect(try store.history(of: group.id.description).last?.event.detail == "discarded")
    }
}
