import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Exceptions with one cause stand beneath one that stands for all of them.
@Suite struct GroupTests {
    /// Four listings with one code, and one with another.
    private static let issues = (0..<4).map { (listing: $0, code: "90220", percent: 100) } + [(7, "99010", 100)]

    private static func begun(_ issues: [(listing: Int, code: String, percent: Int)] = Self.issues) throws -> Rollout {
        let rollout = try Rollout(listings: 12)
        try rollout.report(issues, at: .noon - 0.1)
        try rollout.wheel.turn()
        return rollout
    }

    @Test func oneCodeOnManyListingsIsOneParentAndOthersStayOut() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        #expect(group.fingerprint.kind == "burst" && group.fingerprint.discriminator == "90220@2026-11-19")
        #expect(group.fingerprint.subject == Subject(.account, account: "acme", marketplace: "ATVPDKIKX0DER"))
        #expect(group.state == .active && group.onset == Instant(startOf: .ago(1)) && group.detected == .noon)
        let rows = try rollout.rows()
        #expect(rows.map(\.parent) == [group.id, group.id, group.id, group.id, nil])
        #expect(rows.allSatisfy { $0.fingerprint.kind == "blocked" && $0.state == .active })
        #expect(try rollout.wheel.store.members(of: group.id) == Array(rows.prefix(4)))
    }

    @Test func theParentCountsForItsMembersAndNothingIsAddedUpTwice() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let queue = try rollout.wheel.queue()
        let place = try #require(queue.first { $0.exception.id == group.id })
        #expect(place.row.atRisk == (try rollout.total(beneath: group.id)) && place.row.position == 1)
        // Directly beneath it stand its members, the largest first, then what is alone.
        #expect(queue.map(\.exception.parent) == [nil, group.id, group.id, group.id, group.id, nil])
        let alone = try #require(queue.last?.row.atRisk)
        let summary = try CanonicalJSON.value(
            RotationSummary.self, from: try #require(try rollout.wheel.store.currentRotation()).summary)
        #expect(summary.atRisk == place.row.atRisk.map { $0 + alone })
        let terms = try RiskTerms(bytes: place.terms)
        #expect(terms.pricedListings == 4 && terms.listings.count == 4 && terms.fixAlone == nil)
    }

    @Test func whatIsToBeDoneAboutOneIsToBeDoneAboutAll() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let plan = try Plan(rollout.wheel.stages)
        let states = try rollout.wheel.store.stageStates()
        #expect(try plan.resolution(of: group, states: states).playbook?.id == "appeal")
    }

    @Test func whatIsOverIsNoExampleOfWhatIsToBeDone() throws {
        let rollout = try Self.begun()
        let opened = try GroupEvidence(of: try #require(try rollout.group()))
        // The one whose fingerprint comes first is mended, later one that was never the example.
        for (mended, changes) in [(0, true), (2, false)] {
            let before = try GroupEvidence(of: try #require(try rollout.group()))
            let left = Self.issues.filter { $0.0 != 0 && $0.0 != mended }
            try rollout.report(left, at: .noon + Double(mended) + 0.9)
            try rollout.wheel.turn(at: .noon + Double(mended) + 1)
            let now = try GroupEvidence(of: try #require(try rollout.group()))
            #expect((now.exampleOf != before.exampleOf) == changes)
            let open = try rollout.rows().filter(\.state.isOpen)
            #expect(open.contains { $0.fingerprint.text == now.exampleOf })
        }
        #expect(opened.exampleOf?.isEmpty == false)
    }

    @Test func replaysChangeNothing() throws {
        let rollout = try Self.begun()
        let before = (try rollout.wheel.queue(), try rollout.wheel.store.unfinishedExceptions())
        for days in [0.0, 0.05] {
            let again = try rollout.wheel.turn(at: .noon + days)
            #expect(again.workflows.allSatisfy { $0.opened + $0.changed + $0.ended + $0.notFixed == 0 })
        }
        #expect(try rollout.wheel.store.unfinishedExceptions() == before.1)
        #expect(try rollout.wheel.queue().map(\.row.exception) == before.0.map(\.row.exception))
        #expect(try rollout.wheel.store.journalFaults().isEmpty)
    }

    @Test func whatStoodAloneJoinsWithItsIdAndItsPeople() throws {
        let rollout = try Rollout(listings: 12)
        try rollout.report(Array(Self.issues.prefix(2)), at: .noon - 2)
        try rollout.wheel.turn(at: .noon - 2)
        let early = try rollout.rows()
        #expect(early.count == 2 && early.allSatisfy { $0.parent == nil })
        #expect(try rollout.group() == nil)
        try rollout.desk("ben", at: .noon - 1).claim(early[0].id)
        try rollout.report(Self.issues, at: .noon - 0.1)
        try rollout.wheel.turn()
        let group = try #require(try rollout.group())
        let rows = try rollout.rows()
        #expect(rows.prefix(2).map(\.id) == early.map(\.id))
        #expect(rows.prefix(4).allSatisfy { $0.parent == group.id })
        #expect(rows[0].claimedBy == "ben" && rows[0].responsible == "ben")
        let history = try rollout.wheel.store.history(of: rows[1].id.description).map(\.event)
        #expect(history.last?.verb == .joined && history.last?.detail == group.id.description)
    }

    @Test func theOrderOfArrivalAndTheCutOfChunksChangeNothing() throws {
        let one = try Self.begun()
        for rows in [1, 5] {
            let other = try Rollout(listings: 12, rowsPerChunk: rows)
            try other.report(Self.issues.reversed(), at: .noon - 0.1)
            try other.wheel.turn()
            #expect(try other.wheel.lines() == one.wheel.lines())
        }
    }

    @Test func membersThatClearLeaveAndTheParentClearsWithTheLast() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.report(Array(Self.issues.suffix(3)), at: .noon + 0.9)
        let summary = try rollout.wheel.turn(at: .noon + 1)
        let smaller = try #require(try rollout.group())
        #expect(smaller.id == group.id && smaller.state == .active && summary.selfCleared == 2)
        #expect(try rollout.wheel.store.place(of: group.id)?.row.atRisk == rollout.total(beneath: group.id))
        try rollout.report(Array(Self.issues.suffix(1)), at: .noon + 1.9)
        try rollout.wheel.turn(at: .noon + 2)
        #expect(try rollout.wheel.store.exception(group.id)?.state == .cleared)
        #expect(try rollout.wheel.store.place(of: group.id) == nil)
        #expect(try rollout.rows().map(\.fingerprint.discriminator) == ["99010"])
    }

    @Test func aClaimTakesWhatNobodyDecidedAbout() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let rows = try rollout.rows()
        try rollout.desk("ben", at: .noon + 0.1).claim(rows[0].id)
        try rollout.desk("ann", at: .noon + 0.1).snooze(rows[1].id, until: .noon + 5, reason: "supplier")
        try rollout.desk("ann", at: .noon + 0.2).claim(group.id)
        #expect(try rollout.rows().map(\.claimedBy) == ["ben", nil, "ann", "ann", nil])
        #expect(try rollout.rows()[1].snooze != nil)
        try rollout.desk("ann", at: .noon + 0.3).release(group.id)
        #expect(try rollout.rows().map(\.claimedBy) == ["ben", nil, nil, nil, nil])
    }

    @Test func aCloseOfTheParentIsVerifiedMemberByMember() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let closed = try rollout.desk(at: .noon + 0.1).close(group.id, rootCause: "policy")
        #expect(closed.state == .verifying)
        #expect(try rollout.rows().prefix(4).allSatisfy { $0.state == .verifying && $0.rootCause == "policy" })
        #expect(try rollout.rows()[4].state == .active)
        // The template fixed three of them.
        try rollout.report([Self.issues[2], Self.issues[4]], at: .noon + 0.9)
        let summary = try rollout.wheel.turn(at: .noon + 1)
        #expect(summary.verified == 3 && summary.workflows.map(\.notFixed) == [1, 0])
        #expect(try rollout.wheel.store.exception(group.id)?.state == .verified)
        let left = try rollout.rows()
        #expect(left.map(\.state) == [.notFixed, .active])
        // It stands by itself from now on, and no second parent opens for it.
        try rollout.wheel.turn(at: .noon + 1.1)
        #expect(try rollout.wheel.queue().map(\.exception.id) == left.map(\.id))
        let outcome = try #require(try rollout.wheel.store.outcomes().last { $0.exception == group.id })
        #expect(outcome.isVerified == true && outcome.rootCause == "policy")
    }

    @Test func aCloseThatMostRefuteBringsTheParentBack() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk(at: .noon + 0.1).close(group.id, rootCause: "policy")
        try rollout.report(Array(Self.issues.suffix(4)), at: .noon + 0.9)
        try rollout.wheel.turn(at: .noon + 1)
        #expect(try rollout.wheel.store.exception(group.id)?.state == .notFixed)
        #expect(try rollout.wheel.queue().first?.exception.id == group.id)
        #expect(try rollout.rows().map(\.state) == [.notFixed, .notFixed, .notFixed, .active])
        let again = try rollout.wheel.turn(at: .noon + 1)
        #expect(again.workflows.allSatisfy { $0.opened + $0.changed + $0.ended + $0.notFixed == 0 })
    }

    @Test func aCloseNothingCouldConfirmBecomesUnverified() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk(at: .noon + 0.1).close(group.id, rootCause: "policy")
        try rollout.wheel.turn(at: .noon + 3)
        #expect(try rollout.wheel.store.exception(group.id)?.state == .verifying)
        try rollout.wheel.turn(at: .noon + 8)
        #expect(try rollout.wheel.store.exception(group.id)?.state == .unverified)
    }

    @Test func aCloseIsTakenBackWithItsMembers() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let desk = rollout.desk(at: .noon + 0.1)
        try desk.close(group.id, rootCause: "policy")
        try desk.reopen(group.id)
        #expect(try rollout.rows().allSatisfy { $0.state == .active && $0.rootCause == nil })
        try desk.close(group.id, rootCause: "policy")
        #expect(try desk.undo(nil).undone == .closed)
        #expect(try rollout.rows().allSatisfy { $0.state == .active && $0.rootCause == nil })
        #expect(try rollout.wheel.store.exception(group.id)?.state == .active)
        #expect(try rollout.wheel.store.journalFaults().isEmpty)
    }

    // MARK: Dismissing

    @Test func aDismissalOfTheParentIsOneActThatIsKeptAndTaught() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let dismissed = try rollout.desk(at: .noon + 0.1).dismiss(group.id, as: .noise, note: "ticket 77")
        #expect(dismissed.state == .verifying && dismissed.dismissal == .noise)
        #expect(try rollout.rows().map(\.dismissal) == [.noise, .noise, .noise, .noise, nil])
        let store = rollout.wheel.store
        #expect(try store.notes(on: group.id).map(\.text) == ["ticket 77"])
        #expect(try rollout.rows().allSatisfy { try store.notes(on: $0.id).isEmpty })
        try rollout.report(Self.issues, at: .noon + 0.9)
        let summary = try rollout.wheel.turn(at: .noon + 1)
        #expect(summary.selfCleared == 0 && summary.workflows.map(\.opened) == [0, 0])
        #expect(try store.exception(group.id)?.state == .dismissed)
        let verdicts = try store.outcomes().map { ($0.exception == group.id, $0.verdict) }
        #expect(verdicts.count == 5 && verdicts.contains { $0.0 } && verdicts.allSatisfy { $0.1 == .noise })
        #expect(try rollout.wheel.queue().map(\.exception.parent) == [nil])
    }

    @Test func aDismissalIsTakenBackWithItsMembers() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let desk = rollout.desk(at: .noon + 0.1)
        try desk.dismiss(group.id, as: .known, note: "ticket 77")
        try desk.reopen(group.id)
        #expect(try rollout.rows().allSatisfy { $0.state == .active && $0.dismissal == nil })
        try desk.dismiss(group.id, as: .known, note: "ticket 78")
        #expect(try desk.undo(nil).undone == .dismissed)
        #expect(try rollout.rows().allSatisfy { $0.state == .active && $0.dismissal == nil })
        #expect(try rollout.wheel.store.exception(group.id)?.state == .active)
        #expect(try rollout.wheel.store.notes(on: group.id).map(\.text) == ["ticket 77"])
    }

    @Test func whatComesAfterADismissalIsAnotherParent() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk(at: .noon + 0.1).dismiss(group.id, as: .noise)
        try rollout.report(Self.issues + [(8, "90220", 100), (9, "90220", 100)], at: .noon + 0.9)
        try rollout.wheel.turn(at: .noon + 1)
        let next = try #require(try rollout.wheel.store.unfinishedExceptions().first(where: \.isGroup))
        #expect(next.id != group.id && next.previous == group.id && next.fingerprint == group.fingerprint)
        #expect(try rollout.rows().count { $0.parent == next.id } == 2)
        let again = try rollout.wheel.turn(at: .noon + 1)
        #expect(again.workflows.allSatisfy { $0.opened + $0.changed + $0.ended + $0.notFixed == 0 })
    }

    // MARK: Putting off and giving

    @Test func aSnoozeOfTheParentPutsOffWhatStandsBeneathIt() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk("ben", at: .noon + 0.05).claim(try rollout.rows()[0].id)
        try rollout.desk("ben", at: .noon + 0.05).snooze(try rollout.rows()[1].id, until: .noon + 9, reason: "own")
        let desk = rollout.desk(at: .noon + 0.1)
        let snoozed = try desk.snooze(group.id, until: .noon + 5, reason: "the supplier is on it")
        #expect(snoozed.isSnoozed(at: .noon + 1))
        func asleep() throws -> [Instant?] { try rollout.rows().map(\.snooze?.until) }
        #expect(try asleep() == [nil, .noon + 9, .noon + 5, .noon + 5, nil])
        let notes = try ([snoozed] + rollout.rows()).map { try rollout.wheel.store.notes(on: $0.id).count }
        #expect(notes == [1, 0, 0, 0, 0, 0])
        #expect(try desk.undo(nil).undone == .snoozed)
        #expect(try asleep() == [nil, .noon + 9, nil, nil, nil])
        try desk.snooze(group.id, until: .noon + 5, reason: "supplier")
        try desk.reopen(group.id)
        #expect(try asleep() == [nil, .noon + 9, nil, nil, nil])
        try desk.snooze(group.id, until: .noon + 5, reason: "supplier")
        try desk.claim(group.id)
        #expect(try rollout.rows().map(\.claimedBy) == ["ben", nil, "ann", "ann", nil])
    }

    @Test func aParentThatOutgrowsItsSnoozeWakesWhatWasPutOffWithIt() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk(at: .noon + 0.1).snooze(group.id, until: .noon + 20, reason: "supplier")
        let more = [4, 8, 9].map { (listing: $0, code: "90220", percent: 100) }
        try rollout.report(Self.issues + more, at: .noon + 0.9)
        try rollout.wheel.turn(at: .noon + 1)
        #expect(try rollout.group()?.snooze == nil)
        #expect(try rollout.rows().allSatisfy { $0.snooze == nil })
    }

    @Test func whatJoinsAParentThatIsPutOffIsPutOffAndWakesWithIt() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk(at: .noon + 0.1).snooze(group.id, until: .noon + 20, reason: "supplier")
        try rollout.report(Self.issues + [(5, "90220", 100)], at: .noon + 0.9)
        try rollout.wheel.turn(at: .noon + 1)
        func asleep() throws -> [Instant?] { try rollout.rows().map(\.snooze?.until) }
        #expect(try rollout.rows().map(\.parent) == Array(repeating: group.id, count: 5) + [nil])
        #expect(try asleep() == Array(repeating: .noon + 20, count: 5) + [nil])
        try rollout.report(Self.issues + [5, 8, 9].map { ($0, "90220", 100) }, at: .noon + 1.9)
        try rollout.wheel.turn(at: .noon + 2)
        #expect(try rollout.group()?.snooze == nil)
        #expect(try asleep() == Array(repeating: nil, count: 8), "nothing joins the sleep of what woke")
    }

    @Test func anAssignmentOfTheParentIsOneOfItsMembers() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.desk("cy", at: .noon + 0.05).assign(try rollout.rows()[0].id, to: "cy")
        try rollout.desk(at: .noon + 0.1).assign(group.id, to: "ben")
        #expect(try rollout.rows().map(\.owner) == ["cy", "ben", "ben", "ben", nil])
        try rollout.desk(at: .noon + 0.2).assign(group.id, to: "dan")
        #expect(try rollout.rows().map(\.owner) == ["cy", "dan", "dan", "dan", nil])
        try rollout.desk("ben", at: .noon + 0.3).claim(group.id)
        #expect(try rollout.rows().map(\.claimedBy) == [nil, "ben", "ben", "ben", nil])
        try rollout.desk("lea", at: .noon + 0.4).assign(group.id, to: "eve", takingOver: true)
        #expect(try rollout.rows().map(\.claimedBy) == [nil, nil, nil, nil, nil])
        #expect(try rollout.rows().map(\.owner) == ["cy", "eve", "eve", "eve", nil])
        #expect(try rollout.desk("lea", at: .noon + 0.4).undo(nil).undone == .assigned)
        #expect(try rollout.rows().map(\.claimedBy) == [nil, "ben", "ben", "ben", nil])
    }

    @Test func aCloseIsRefusedAsAWhole() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        let desk = rollout.desk(at: .noon + 0.1)
        #expect(throws: WorkError.self) { try desk.close(group.id, rootCause: "sunspots") }
        #expect(throws: WorkError.self) { try desk.close(group.id, rootCause: nil) }
        #expect(try rollout.rows().allSatisfy { $0.state == .active })
        for row in try rollout.rows().prefix(4) { try rollout.desk("ben", at: .noon + 0.2).claim(row.id) }
        #expect(throws: WorkError.claimedBy(try rollout.rows()[0].id, "ben", at: .noon + 0.2)) {
            try rollout.desk("ann", at: .noon + 0.3).close(group.id, rootCause: "policy")
        }
        #expect(throws: WorkError.claimedBy(try rollout.rows()[0].id, "ben", at: .noon + 0.2)) {
            try rollout.desk("ann", at: .noon + 0.3).dismiss(group.id, as: .noise)
        }
    }

    @Test func whatComesLaterJoinsAParentThatStands() throws {
        let rollout = try Self.begun()
        let group = try #require(try rollout.group())
        try rollout.report(Self.issues + [(9, "90220", 100)], at: .noon + 0.9)
        try rollout.wheel.turn(at: .noon + 1)
        let joined = try #require(try rollout.group())
        #expect(joined.id == group.id && joined.version > group.version, "who looked before is told by the version")
        #expect(try rollout.rows().filter { $0.parent == group.id }.count == 5)
    }

    @Test func predictedMembersMakeAPredictedParentThatComesTrueWithThem() throws {
        let rollout = try Self.begun((0..<4).map { (listing: $0, code: "90220", percent: -100) })
        let group = try #require(try rollout.group())
        #expect(group.state == .predicted && group.exposure.probability == 0.5)
        #expect(try rollout.wheel.queue().allSatisfy { $0.row.lane == .predicted })
        try rollout.report((0..<4).map { (listing: $0, code: "90220", percent: 100) }, at: .noon + 0.9)
        try rollout.wheel.turn(at: .noon + 1)
        let now = try #require(try rollout.group())
        #expect(now.id == group.id && now.state == .active)
    }

    /// Listings blocked for several codes at once, out of stock besides: the parent never counts for more than its listings
    /// earn, and always for what its members do.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func theTotalIsThatOfTheUnion(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let rollout = try Rollout(listings: 30)
        let issues = ["1", "2", "3"].flatMap { code in
            (0..<30).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.map {
                (listing: $0, code: code, percent: Int.random(in: 1...100, using: &random))
            }
        }
        try rollout.report(issues, at: .noon - 0.1)
        let empty = Rollout.codes((0..<30).filter { _ in Bool.random(using: &random) }).map { ($0, 0 as Int?) }
        try Export.stock(Dictionary(uniqueKeysWithValues: empty), at: .noon - 0.1).keep(in: rollout.wheel.store)
        let summary = try rollout.wheel.turn()
        let queue = try rollout.wheel.queue()
        var listings: [String: Int64] = [:]
        for entry in queue where !entry.exception.isGroup {
            listings[entry.exception.fingerprint.subject.code, default: 0] += entry.row.atRisk ?? 0
        }
        #expect(summary.atRisk == listings.values.reduce(0, +))
        let groups = queue.filter(\.exception.isGroup)
        #expect(groups.count == 3)
        for group in groups {
            #expect(group.row.atRisk == (try rollout.total(beneath: group.exception.id)))
            let members = queue.filter { $0.exception.parent == group.exception.id }
            let earned = members.reduce(Int64(0)) { $0 + (listings[$1.exception.fingerprint.subject.code] ?? 0) }
            #expect(group.row.atRisk ?? 0 <= earned)
        }
        let again = try rollout.wheel.turn()
        #expect(again.workflows.allSatisfy { $0.opened + $0.changed + $0.ended + $0.notFixed == 0 })
    }
}
