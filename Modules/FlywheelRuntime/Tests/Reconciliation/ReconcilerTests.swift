import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Everything that decides what becomes of a standing exception.
struct Situation: Hashable, CustomTestStringConvertible {
    enum Sight: CaseIterable { case nothing, active, predicted }
    enum Snapshot: CaseIterable { case beforeClose, atClose, afterClose }

    var state: ExceptionRecord.State
    var sight: Sight
    var isGateOpen: Bool
    var isUndecided: Bool
    var snapshot: Snapshot
    var closedDaysAgo: Double

    var testDescription: String {
        "\(state), sees \(sight), gate \(isGateOpen ? "open" : "withheld")\(isUndecided ? ", undecided" : ""), "
            + "\(snapshot), closed \(closedDaysAgo) days ago"
    }

    /// The state the exception must have afterwards.
    var expected: ExceptionRecord.State {
        switch (state, sight) {
        case (.verifying, _):
            guard isGateOpen, snapshot == .afterClose, !isUndecided else {
                return closedDaysAgo < 7 ? .verifying : .unverified
            }
            return switch sight {
            case .nothing: .verified
            case .active: .notFixed
            case .predicted: .predicted
            }
        case _ where !isGateOpen || isUndecided: return state
        case (.predicted, .active): return .active
        case (.predicted, .nothing): return .lapsed
        case (.predicted, .predicted): return .predicted
        case (_, .active): return state
        case (_, .nothing), (_, .predicted): return .cleared
        }
    }

    /// Whether what happened is over, and another like it foreseen.
    var opensAnother: Bool { state != .predicted && sight == .predicted && expected == .cleared }

    static let all: [Situation] = [ExceptionRecord.State.predicted, .active, .notFixed, .verifying].flatMap { state in
        Sight.allCases.flatMap { sight in
            [true, false].flatMap { isGateOpen in
                [true, false].flatMap { isUndecided in
                    Snapshot.allCases.flatMap { snapshot in
                        [1, 6.99, 7, 30].map { days in
                            Situation(
                                state: state, sight: sight, isGateOpen: isGateOpen, isUndecided: isUndecided,
                                snapshot: snapshot, closedDaysAgo: days)
                        }
                    }
                }
            }
        }
    }

    // MARK: As the reconciler takes it

    var closed: Instant { .noon - closedDaysAgo }

    var gate: Gate {
        guard isGateOpen else { return .withheld([LackingFeed("stock", daysOld: 9)]) }
        return switch snapshot {
        case .beforeClose: .open(closed - 1)
        case .atClose: .open(closed)
        case .afterClose: .open(closed + 0.5)
        }
    }

    var sightings: [Sighting] {
        switch sight {
        case .nothing: []
        case .active: [.sample(exposure: .everything)]
        case .predicted: [.sample(exposure: .predicted)]
        }
    }

    var standing: ExceptionRecord {
        get throws {
            var exception = try ExceptionRecord.sample(
                .blocked("A"), state, exposure: sight == .predicted ? .predicted : .everything,
                closed: state == .verifying || state == .notFixed ? closed : nil)
            exception.claimedBy = "ben"
            exception.rootCause = "policy"
            return exception
        }
    }

    func reconcile(_ standing: [ExceptionRecord], after last: ExceptionRecord? = nil) throws -> [Change] {
        try Reconciler(rotation: RotationID(2), asOf: .noon, gate: gate, model: "").reconcile(
            sightings, with: standing.map { ($0.fingerprint.row, $0) }, isUndecided: { _, _ in isUndecided },
            lastFinal: { _ in last }
        ).map(\.change)
    }
}

@Suite struct ReconcilerTests {
    @Test(arguments: Situation.all) func everyStateGoesWhereTheDataLead(situation: Situation) throws {
        let before = try situation.standing
        let changes = try situation.reconcile([before])
        let after = try #require(changes.first).exception
        #expect(changes.count == (situation.opensAnother ? 2 : 1))
        if situation.opensAnother, let another = changes.last?.exception {
            #expect(another.state == .predicted && another.previous == before.id)
        }
        #expect(after.state == situation.expected)
        #expect(after.id == before.id && after.detected == before.detected && after.opened == before.opened)
        #expect(after.rootCause == "policy")
        #expect(
            after.claimedBy
                == ([.notFixed, .predicted].contains(after.state) && before.state == .verifying ? nil : "ben"))
        switch changes[0].kind {
        case .kept: #expect(after == before)
        case .changed(let from, _): #expect(from == before && after != before && after.changed == RotationID(2))
        case .opened: Issue.record("what stands does not open")
        }
    }

    @Test(arguments: Situation.all) func reconcilingTheResultAgainChangesNothing(situation: Situation) throws {
        let first = try #require(try situation.reconcile([try situation.standing]).last).exception
        let again =
            first.state.isFinal
            ? try situation.reconcile([], after: first) : try situation.reconcile([first])
        for change in again {
            guard case .kept = change.kind, change.exception == first else {
                Issue.record("\(first.state) became \(change.exception.state)")
                continue
            }
        }
    }

    // MARK: Opening

    private func reconcile(
        _ sightings: [Sighting], with standing: [ExceptionRecord] = [], gate: Gate = .open(.noon),
        undecided: Set<String> = [], undecidedKind: String? = nil, after last: ExceptionRecord? = nil
    ) throws -> [Change] {
        try Reconciler(rotation: RotationID(2), asOf: .noon, gate: gate, model: "hash").reconcile(
            sightings, with: standing.map { ($0.fingerprint.row, $0) },
            isUndecided: { row, kind in kind == undecidedKind || undecided.contains { Int($0.utf8.first ?? 0) == row }
            },
            lastFinal: { _ in last }
        ).map(\.change)
    }

    @Test func aKindThatCannotBeToldKeepsWhatStandsOfItAndOpensNothing() throws {
        let standing = try ExceptionRecord.sample(.blocked("A"))
        let kind = standing.fingerprint.kind
        #expect(try reconcile([], with: [standing], undecidedKind: kind).map(\.exception) == [standing])
        #expect(try reconcile([.sample()], undecidedKind: kind).isEmpty)
        #expect(try reconcile([], with: [standing], undecidedKind: "other").map(\.exception.state) == [.cleared])
    }

    @Test func whatIsSeenFirstOpens() throws {
        let changes = try reconcile([.sample(evidence: "7", onset: .noon - 3)])
        guard let exception = changes.first?.exception, changes[0].isOpening else { throw Unexpected(changes) }
        #expect(exception.state == .active)
        #expect(exception.detected == .noon && exception.onset == .noon - 3 && exception.opened == RotationID(2))
        #expect(exception.evidence == "7" && exception.model == "hash")
        #expect(exception.version == 1 && exception.previous == nil && exception.claimedBy == nil)
    }

    @Test func whatHasNotHappenedYetOpensAsPredicted() throws {
        let later = Exposure(.dailyShare([1]), begins: .noon + 1)
        #expect(try reconcile([.sample(exposure: .predicted)]).map(\.exception.state) == [.predicted])
        #expect(try reconcile([.sample(exposure: later)]).map(\.exception.state) == [.predicted])
    }

    @Test func oneProblemReportedTwiceOpensOnce() throws {
        let changes = try reconcile([.sample(evidence: "1"), .sample(evidence: "2"), .sample(.blocked("A", "code"))])
        #expect(changes.map(\.exception.evidence) == ["1", "1"])
    }

    @Test func aWithheldGateAndAnUndecidedRowOpenNothing() throws {
        #expect(try reconcile([.sample()], gate: .withheld([LackingFeed("stock", daysOld: nil)])).isEmpty)
        #expect(
            try reconcile([.sample(), .sample(.blocked("B"))], undecided: ["A"]).map(\.exception.fingerprint)
                == [.blocked("B")])
    }

    @Test func whatComesBackNamesWhatWentBefore() throws {
        let last = try ExceptionRecord.sample(.blocked("A"), .verified, closed: .noon - 9)
        #expect(try reconcile([.sample()], after: last).map(\.exception.previous) == [last.id])
    }

    @Test func aSnapshotOlderThanACloseReopensNothing() throws {
        let last = try ExceptionRecord.sample(.blocked("A"), .unverified, closed: .noon - 8)
        #expect(try reconcile([.sample()], gate: .open(.noon - 8), after: last).isEmpty)
        #expect(try reconcile([.sample()], gate: .open(.noon - 7.9), after: last).count == 1)
    }

    // MARK: Changing

    @Test func newEvidenceReplacesOldUnderTheSameID() throws {
        let before = try ExceptionRecord.sample()
        let changes = try reconcile([.sample(evidence: "2", exposure: Exposure(.dailyShare([0.5])))], with: [before])
        guard let next = changes.first?.exception, case .changed(before, .changed) = changes[0].kind else {
            throw Unexpected(changes)
        }
        #expect(next.id == before.id && next.state == .active)
        #expect(next.evidence == "2" && next.model == "hash")
        #expect(next.exposure == Exposure(.dailyShare([0.5])))
    }

    @Test func evidenceThatItsStageCallsTheSameIsLeftAsItWas() throws {
        var before = try ExceptionRecord.sample()
        before.model = "hash"
        let changes = try reconcile([.sample(evidence: "2", same: true)], with: [before])
        guard case .kept = changes.first?.kind, changes[0].exception == before else { throw Unexpected(changes) }
    }

    // MARK: Names that become known

    @Test func whatIsNamedMoreExactlyIsTheSameProblem() throws {
        let before = try ExceptionRecord.sample(.blocked("A"))
        let named = Sighting.sample(.blocked("A", "brand"), evidence: "2", formerly: [.blocked("A")])
        let changes = try reconcile([named], with: [before])
        guard changes.count == 1, case .changed(before, .changed) = changes[0].kind else { throw Unexpected(changes) }
        #expect(changes[0].exception.fingerprint == before.fingerprint && changes[0].exception.evidence == "2")
        #expect(try reconcile([named], with: [changes[0].exception]).allSatisfy { !$0.isOpening && $0.verb == nil })
    }

    @Test func aFormerNameIsTakenOnceAndOnlyWhileNobodyReportsIt() throws {
        let before = try ExceptionRecord.sample(.blocked("A"))
        let names = ["brand", "size"].map { Sighting.sample(.blocked("A", $0), formerly: [.blocked("A")]) }
        let both = try reconcile(names, with: [before])
        #expect(both.map(\.isOpening) == [false, true])
        #expect(both.map(\.exception.fingerprint) == [.blocked("A"), .blocked("A", "size")])
        let all = try reconcile([.sample()] + names, with: [before])
        #expect(all.filter(\.isOpening).map(\.exception.fingerprint.discriminator) == ["brand", "size"])
        let standing = try ExceptionRecord.sample(.blocked("A", "brand"))
        let left = try reconcile([names[0]], with: [before, standing])
        #expect(left.map(\.exception.state) == [.active, .cleared], "its own name comes first")
    }

    @Test func whatComesBackUnderABetterNameNamesWhatWentBefore() throws {
        let last = try ExceptionRecord.sample(.blocked("A"), .verified, closed: .noon - 9)
        let changes = try Reconciler(rotation: RotationID(2), asOf: .noon, gate: .open(.noon), model: "").reconcile(
            [.sample(.blocked("A", "brand"), formerly: [.blocked("A")])], with: [], isUndecided: { _, _ in false },
            lastFinal: { $0 == .blocked("A") ? last : nil })
        #expect(changes.map(\.change.exception.previous) == [last.id])
    }

    // MARK: Onsets

    @Test func anOnsetThatBecomesKnownIsKept() throws {
        let before = try ExceptionRecord.sample()
        let after = try reconcile([.sample(onset: .noon - 20)], with: [before])[0].exception
        #expect(after.onset == .noon - 20)
        #expect(try reconcile([.sample()], with: [after])[0].exception == after, "an onset is not forgotten again")
    }

    @Test func aPredictionThatComesTrueSaysSo() throws {
        let before = try ExceptionRecord.sample(.blocked("A"), .predicted, exposure: .predicted)
        let changes = try reconcile([.sample(evidence: "0")], with: [before])
        guard let next = changes.first?.exception, case .changed(before, .cameTrue) = changes[0].kind else {
            throw Unexpected(changes)
        }
        #expect(next.id == before.id && next.state == .active)
        #expect(next.onset == .noon, "it lasts since it came true, not since it was foreseen")
    }

    @Test func aPredictionThatComesTrueBeganWhenItWasAnnouncedFor() throws {
        let announced = Exposure(.dailyShare([1]), begins: .noon - 0.25)
        let before = try ExceptionRecord.sample(.blocked("A"), .predicted, exposure: announced)
        #expect(try reconcile([.sample(exposure: announced)], with: [before])[0].exception.onset == .noon - 0.25)
        let known = Sighting.sample(exposure: announced, onset: .noon - 2)
        #expect(try reconcile([known], with: [before])[0].exception.onset == .noon - 2)
    }

    @Test func aClosedPredictionThatComesTrueBeganThen() throws {
        var before = try ExceptionRecord.sample(
            .blocked("A"), .verifying, exposure: .predicted, closed: .noon - 1)
        before.predicted = .noon - 10
        let after = try reconcile([.sample()], with: [before])[0].exception
        #expect(after.state == .notFixed && after.cameTrue == .noon && after.onset == .noon)
        #expect(try reconcile([.sample()], with: [after])[0].exception == after)
    }

    // MARK: What is seen by past days

    @Test func whatReachesBackBehindACloseRefutesItOnlyOnceItDoesNot() throws {
        func seen(closed days: Double, reachingBack reach: Double?, _ gate: Gate = .open(.noon)) throws
            -> ExceptionRecord.State?
        {
            let closed = try ExceptionRecord.sample(.blocked("A"), .verifying, closed: .noon - days)
            return try reconcile([.sample(reachesBackTo: reach.map { .noon - $0 })], with: [closed], gate: gate)
                .first?.exception.state
        }
        #expect(try seen(closed: 1, reachingBack: 56) == .verifying)
        #expect(try seen(closed: 37, reachingBack: 56) == .verifying, "a week is not too long to wait for it")
        #expect(try seen(closed: 37, reachingBack: 56, .withheld([LackingFeed("stock", daysOld: 9)])) == .verifying)
        #expect(try seen(closed: 57, reachingBack: 56) == .notFixed)
        #expect(try seen(closed: 1, reachingBack: nil) == .notFixed)
        let gone = try ExceptionRecord.sample(.blocked("A"), .verifying, closed: .noon - 1)
        #expect(try reconcile([], with: [gone]).map(\.exception.state) == [.verified])
    }

    @Test func whatReachesBackBehindACloseThatNobodyCouldTellOfOpensNothing() throws {
        let last = try ExceptionRecord.sample(.blocked("A"), .unverified, closed: .noon - 9)
        #expect(try reconcile([.sample(reachesBackTo: .noon - 10)], after: last).isEmpty)
        #expect(try reconcile([.sample(reachesBackTo: .noon - 8)], after: last).count == 1)
        let gone = try ExceptionRecord.sample(.blocked("A"), .verified, closed: .noon - 9)
        #expect(try reconcile([.sample(reachesBackTo: .noon - 10)], after: gone).count == 1, "it was gone meanwhile")
    }

    // MARK: Fixes that show late

    /// What is gone now, closed so many days ago by ann, and refuted since.
    private func gone(
        _ state: ExceptionRecord.State = .notFixed, fixTakes days: Double = 0, closed daysAgo: Double,
        claimedBy: String? = nil
    ) throws -> ExceptionRecord.State? {
        var refuted = try ExceptionRecord.sample(
            .blocked("A"), state, exposure: Exposure(.dailyShare([1]), fixTakesDays: days), closed: .noon - daysAgo)
        refuted.closedBy = "ann"
        refuted.claimedBy = claimedBy
        return try reconcile([], with: [refuted]).first?.exception.state
    }

    @Test func aFixThatShowsALookLaterIsVerified() throws {
        #expect(try gone(closed: 3) == .verified && gone(closed: 3.01) == .cleared)
        #expect(try gone(fixTakes: 14, closed: 28) == .verified && gone(fixTakes: 14, closed: 28.01) == .cleared)
        #expect(try gone(.predicted, closed: 2) == .verified && gone(.predicted, closed: 4) == .lapsed)
    }

    @Test func whoTakesARefutedCloseUpHasItsEnd() throws {
        #expect(try gone(closed: 2, claimedBy: "ann") == .verified)
        #expect(try gone(closed: 2, claimedBy: "ben") == .cleared)
    }

    @Test func changesAreToldInTheOrderOfTheirIDs() throws {
        var first = try ExceptionRecord.sample(.blocked("B"))
        first.id = ExceptionID(7)
        var second = try ExceptionRecord.sample(.blocked("A"))
        second.id = ExceptionID(3)
        var opened = try ExceptionRecord.sample(.blocked("C"))
        opened.id = ExceptionID(9)
        var swept = Swept()
        swept.orphans = try reconcile([], with: [first, second]) + [.opened(opened)]
        let events = swept.events(cause: RotationID(2))
        #expect(events.map(\.subject) == ["X9", "X3", "X7"])
        #expect(events.map(\.verb) == [.opened, .cleared, .cleared])
        #expect(events.allSatisfy { $0.cause == "R2" })
        #expect(events.map(\.state) == ["active", "cleared", "cleared"])
    }
}

/// Changes of another kind than the test is about.
struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ changes: [Change]) { description = "unexpected \(changes)" }
}
