import FlywheelKit
import FlywheelMemory
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime

/// What becomes of exceptions from one rotation to the next.
@Suite struct LifeCycleTests {
    private let wheel: Wheel

    init() throws { wheel = Wheel(store: try store(Export.sample)) }

    private func bench(_ name: String, at now: Instant) throws -> Workbench {
        try Workbench(
            wheel.store, plan: Plan([InstalledStage(BlockedStage.self), InstalledStage(StockStage.self)]),
            actor: Actor(.person, name), now: now)
    }

    private func blocked(_ code: String) throws -> ExceptionRecord {
        try #require(try exception(of: "blocked", on: code, in: wheel.store))
    }

    /// A file of blocked listings, and one of stock so that nothing is stale.
    private func keep(_ issues: [(String, Int)], at: Instant) throws {
        try Export.blocked(issues, at: at).keep(in: wheel.store)
    }

    // MARK: Moments

    @Test func anEarlierLookIsRefused() throws {
        try wheel.turn()
        #expect(throws: RotationError.earlier(than: RotationID(1), .noon)) {
            try wheel.turn(at: Instant.noon.advanced(bySeconds: -1))
        }
        #expect(try wheel.store.currentRotation()?.id == RotationID(1))
    }

    @Test func theWayBackFromALookByAWrongClockUndoesNothing() throws {
        try wheel.turn()
        let id = try blocked("L03").id
        try bench("ann", at: .noon + 0.1).claim(id)
        try keep([("L00", 100), ("L09", 40)], at: .noon + 0.2)
        try wheel.turn(at: .noon + 1)
        let ahead = try blocked("L09")
        #expect(ahead.detected == .noon + 1)
        try keep([("L00", 100), ("L03", 40)], at: .noon + 0.4)
        var back = wheel
        back.settings.goesBack = true
        try back.turn(at: .noon + 0.5)
        #expect(try wheel.store.exception(id)?.state == .cleared, "what it ended stays ended")
        let again = try blocked("L03")
        #expect(again.previous == id && again.detected == .noon + 0.5)
        #expect(try wheel.store.exception(ahead.id)?.state == .cleared, "before it was detected, by the clock")
        #expect(try wheel.store.history(of: id.description).map(\.event.verb).contains(.claimed))
        try wheel.turn(at: .noon + 0.6)
        #expect(try wheel.store.currentRotation()?.asOf == .noon + 0.6, "as ever from then on")
    }

    @Test func aSecondLookThatChangesNothingIsNoTurn() throws {
        try wheel.turn()
        #expect(try wheel.turn().rotation == RotationID(1))
        #expect(try wheel.store.currentRotation()?.id == RotationID(1))
        try keep([("L00", 100)], at: .noon)
        #expect(try wheel.turn().rotation != RotationID(1), "the same moment may be looked from again with more facts")
    }

    @Test func aLookThatAnotherTookThePlaceOfSaysWhich() throws {
        try wheel.turn()
        #expect(throws: RotationError.overtaken(by: RotationID(3))) {
            try wheel.turn(at: .noon + 1) { try wheel.turn(at: .noon + 1) }
        }
        #expect(try wheel.store.currentRotation()?.id == RotationID(3))
        #expect(try wheel.turn(at: .noon + 2).rotation == RotationID(4))
    }

    @Test func whatCameInLaterIsLeftOutWhereOneAsksForWhatWasKnown() throws {
        var late = Export.blocked([("L09", 100)], at: .noon - 0.1)
        late.receivedAt = .noon + 2
        try late.keep(in: wheel.store)
        var known = wheel
        known.settings.knownAt = .noon
        try known.turn()
        #expect(try exception(of: "blocked", on: "L09", in: wheel.store) == nil)
        #expect(try blocked("L00").state == .active)
    }

    @Test func aLookBackThatKnowsLessThanTheLastOneIsRefused() throws {
        var late = Export.blocked([("L09", 100)], at: .noon - 0.1)
        late.receivedAt = .noon + 1
        try late.keep(in: wheel.store)
        try wheel.turn(at: .noon + 1)
        var known = wheel
        known.settings.knownAt = .noon
        #expect(throws: RotationError.knewMore(RotationID(1))) { try known.turn(at: .noon + 1) }
        #expect(try exception(of: "blocked", on: "L09", in: wheel.store)?.state == .active)
        known.settings.knownAt = .noon + 1
        #expect(try known.turn(at: .noon + 1).rotation == RotationID(1), "it knows as much")
    }

    @Test func aQuarantinedFileCountsForNothingUntilItIsAccepted() throws {
        var suspect = Export.blocked([("L09", 100)], at: .noon - 0.1)
        suspect.state = .quarantined
        let id = try suspect.keep(in: wheel.store)
        try wheel.turn()
        #expect(try exception(of: "blocked", on: "L09", in: wheel.store) == nil)
        try wheel.store.decideImport(id, accept: true, by: Actor(.person, "ann"), at: .noon)
        let summary = try wheel.turn()
        #expect(summary.workflows.first?.opened == 1 && summary.workflows.first?.ended == 3)
    }

    @Test func aStoreWithoutFactsHasAnEmptyQueue() throws {
        let empty = Wheel(store: MemoryStore())
        let summary = try empty.turn()
        #expect(summary.open == 0 && summary.listings == 0 && summary.atRisk == 0)
        #expect(summary.currency.code == "USD")
        #expect(try empty.queue().isEmpty)
    }

    // MARK: Staleness

    @Test func aStaleFeedOpensAndClosesNothing() throws {
        try wheel.turn()
        let later = Instant.noon + 3
        try Export.stock(["L00": 9, "L07": 0], at: later).keep(in: wheel.store)
        var partial = Export.blocked([("L08", 100)], at: later)
        partial.isComplete = false
        try partial.keep(in: wheel.store)
        let summary = try wheel.turn(at: later)
        let (blockedNow, stock) = (summary.workflows[0], summary.workflows[1])
        #expect(blockedNow.withheld.map(\.text) == ["suppressed listings stale, 3 days old (acme, US)"])
        #expect(!blockedNow.decided)
        let here = Fingerprint.blocked("L00")
        #expect(summary.isStale(here))
        let elsewhere = Fingerprint(
            workflow: here.workflow, kind: here.kind,
            subject: Subject(.listing, account: "acme", marketplace: "A1PA6795UKMFR9", code: "L00"))
        #expect(!summary.isStale(elsewhere), "what is stale in one place is not everywhere")
        #expect(blockedNow.kept == 3 && blockedNow.opened == 0 && blockedNow.ended == 0)
        #expect(stock.decided && stock.withheld.isEmpty)
        // L04 and L05 are not in the new file: nothing is known of them, so they stay.
        #expect(stock.opened == 1 && stock.ended == 1 && stock.kept == 2)
        #expect(try blocked("L00").state == .active)
    }

    @Test func ofOwnersTheOneWithRowsSaysWhatIsMissing() throws {
        let store = try store([
            .stock(["A": 0], at: .noon - 9), .rate("EUR", "USD", 1.1, at: .noon - 1),
        ])
        let summary = try Wheel(store: store, stages: [InstalledStage(StockStage.self)]).turn()
        #expect(summary.workflows.map { $0.withheld.map(\.text) } == [["stock stale, 9 days old (acme, US)"]])
    }

    @Test func ofOwnersWithoutRowsTheFirstSaysWhatIsMissing() throws {
        for _ in 0..<4 {
            let store = MemoryStore()
            for account in ["b", "c", "a", "d"] {
                var old = Export.blocked([], at: .noon - Double(account.utf8.first ?? 0))
                old.account = account
                try old.keep(in: store)
            }
            let summary = try Wheel(store: store, stages: [InstalledStage(BlockedStage.self)]).turn()
            #expect(summary.workflows.map { $0.withheld.map(\.text) } == [["suppressed listings stale, 97 days old"]])
        }
    }

    // MARK: Ends

    @Test func ofWhatCouldNotBeReadNothingIsConcluded() throws {
        try wheel.turn()
        var file = Export.blocked([("L00", 100)], at: .noon + 1)
        file.unread = ["L03"]
        try file.keep(in: wheel.store)
        #expect(try wheel.turn(at: .noon + 1).selfCleared == 1)
        #expect(try blocked("L03").state == .active)
        #expect(try exception(of: "blocked", on: "L05", in: wheel.store) == nil)
    }

    @Test func whatWasReadStandsBesideWhatCouldNotBe() throws {
        try wheel.turn()
        let closed = try blocked("L03").id
        try bench("ann", at: .noon + 0.1).claim(closed)
        try bench("ann", at: .noon + 0.2).close(closed, rootCause: "policy")
        var file = Export.blocked([("L07", 25)], at: .noon + 1)
        file.unread = ["L00", "L03", "L05", "L07"]
        try file.keep(in: wheel.store)
        let summary = try wheel.turn(at: .noon + 1)
        #expect(try blocked("L07").state == .active, "one row of it was read")
        #expect(
            try blocked("L00").state == .active && blocked("L03").state == .verifying, "what is not seen may be unread")
        #expect(summary.selfCleared == 0 && summary.verified == 0)
    }

    @Test func whatTheDataNoLongerShowClearsByItself() throws {
        try wheel.turn()
        let id = try blocked("L03").id
        try keep([("L00", 100), ("L05", 25)], at: .noon + 1)
        let summary = try wheel.turn(at: .noon + 1)
        #expect(summary.selfCleared == 1 && summary.verified == 0)
        let outcome = try #require(try wheel.store.outcomes().first)
        #expect(outcome.exception == id && outcome.verdict == .selfCleared)
        #expect(outcome.ended == .noon + 1 && outcome.isVerified == nil && outcome.rootCause == nil)
    }

    @Test func aCloseIsVerifiedByTheNextWholeSnapshotAndLeavesItsTerms() throws {
        try wheel.turn()
        let id = try blocked("L03").id
        try bench("ann", at: .noon + 0.1).claim(id)
        try bench("ann", at: .noon + 0.2).close(id, rootCause: "policy")
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.3)
        let summary = try wheel.turn(at: .noon + 0.4)
        #expect(summary.verified == 1 && summary.selfCleared == 0)
        let outcome = try #require(try wheel.store.outcomes().first)
        #expect(outcome.verdict == .actionable && outcome.isVerified == true && outcome.rootCause == "policy")
        #expect(outcome.claimed == .noon + 0.1 && outcome.ended == .noon + 0.2 && outcome.verified == .noon + 0.4)
        let terms = try RiskTerms(bytes: outcome.termsAtOpen)
        #expect(try #require(terms.atRisk) > 0)
        var end = try RiskTerms(bytes: outcome.termsAtEnd)
        #expect(end.low != nil && end.high != nil, "the close froze the interval with the rest")
        (end.low, end.high) = (nil, nil)
        #expect(end == terms)
        // Nothing is written twice.
        try wheel.turn(at: .noon + 0.5)
        #expect(try wheel.store.outcomes() == [outcome])
    }

    @Test func aCloseThatTheDataRefuteOpensAgainUnderItsID() throws {
        try wheel.turn()
        let id = try blocked("L03").id
        try bench("ann", at: .noon + 0.1).claim(id)
        try bench("ann", at: .noon + 0.2).close(id, rootCause: "policy")
        try wheel.turn(at: .noon + 0.25)
        #expect(try blocked("L03").state == .verifying, "the snapshot is older than the close")
        try keep([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon + 0.3)
        let summary = try wheel.turn(at: .noon + 0.4)
        #expect(summary.workflows[0].notFixed == 1)
        let again = try blocked("L03")
        #expect(again.id == id && again.state == .notFixed && again.claimedBy == nil)
        #expect(try wheel.queue().contains { $0.exception.id == id })
        #expect(try wheel.store.outcomes().isEmpty)
    }

    @Test func aCloseNobodyCanConfirmIsUnverifiedAfterAWeekEvenWhenTheFeedIsStale() throws {
        try wheel.turn()
        let id = try blocked("L03").id
        try bench("ann", at: .noon).close(id, rootCause: "policy")
        try wheel.turn(at: .noon + 6.9)
        #expect(try wheel.store.exception(id)?.state == .verifying)
        try wheel.turn(at: .noon + 7)
        #expect(try wheel.store.exception(id)?.state == .unverified)
        #expect(try wheel.store.outcomes().map(\.isVerified) == [nil])
        #expect(try wheel.store.outcomes().map(\.verdict) == [.actionable])
    }

    @Test func whatComesBackIsANewExceptionThatNamesTheOldOne() throws {
        try wheel.turn()
        let id = try blocked("L03").id
        try keep([("L00", 100)], at: .noon + 1)
        try wheel.turn(at: .noon + 1)
        try keep([("L00", 100), ("L03", 40)], at: .noon + 2)
        try wheel.turn(at: .noon + 2)
        let again = try blocked("L03")
        #expect(again.id != id && again.previous == id && again.detected == .noon + 2)
    }

    @Test func aPredictionThatComesTrueKeepsItsIDAndOneThatDoesNotLapses() throws {
        try Export.stock(["L05": 3, "L06": 2], at: .noon - 0.1).keep(in: wheel.store)
        try wheel.turn()
        let soon = try #require(try exception(of: "stock", on: "L05", in: wheel.store))
        #expect(soon.state == .predicted)
        #expect(try wheel.store.place(of: soon.id)?.row.lane == .predicted)
        try Export.stock(["L05": 0, "L06": 90], at: .noon + 1).keep(in: wheel.store)
        try wheel.turn(at: .noon + 1)
        let now = try #require(try wheel.store.exception(soon.id))
        #expect(now.state == .active)
        #expect(try wheel.store.history(of: now.id.description).map(\.event.verb) == [.opened, .cameTrue])
        #expect(try wheel.store.outcomes().map(\.verdict) == [.didNotHappen])
    }

    @Test func stagesLearnFromWhatEndedOnce() throws {
        try wheel.turn()
        try bench("ann", at: .noon + 0.1).close(try blocked("L03").id, rootCause: "policy")
        try keep([("L00", 100)], at: .noon + 0.3)
        for hour in 1...3 { try wheel.turn(at: .noon + 0.4 + Double(hour) / 24) }
        let state = try #require(try wheel.store.stageStates().first { $0.workflow == "blocked" })
        let record = try CanonicalJSON.value(TrackRecord.self, from: state.record)
        #expect(record.count(of: .actionable) == 1 && record.count(of: .selfCleared) == 1 && record.total == 2)
        #expect(record.rootCauses == ["policy": 1])
        let measures = try InstalledStage(BlockedStage.self).measure(state)
        #expect(measures == [record.precision, record.resolved] && measures.map(\.samples) == [1, 2])
        let unlearned = try InstalledStage(BlockedStage.self).measure(StageState(workflow: "blocked"))
        #expect(unlearned.map(\.samples) == [0, 0])
    }

    @Test func whatAWorkflowLeftBehindStaysWhenItIsTakenOut() throws {
        try wheel.turn()
        var without = wheel
        without.stages = [InstalledStage(StockStage.self)]
        let summary = try without.turn(at: .noon + 1)
        #expect(try blocked("L03").state == .active)
        #expect(summary.workflows.map(\.id) == ["stock"])
        try summary.expectKindsToAddUp()
        #expect(try #require(summary.kinds?["blocked"]?["blocked"]).atRisk > 0)
        #expect(try wheel.queue().contains { $0.exception.fingerprint.workflow == "blocked" })
    }

    // MARK: Losses over time

    @Test func blockedDaysDoNotLowerTheRateOfSale() throws {
        // Four units a day but for the last five, on which the listing was blocked and sold nothing.
        let span = ImportSummary.Span(
            from: Instant(startOf: .ago(60)), to: Instant(startOf: .today).advanced(bySeconds: -1))
        let rows = (1...60).map { back in
            FactRow("A", DailySales.day.of(.ago(back)), DailySales.units.of(back <= 5 ? 0 : 4))
        }
        var issue = Export.blocked([("A", 100)], at: .noon)
        issue.rows[0].cells[SuppressedListings.since.name] = SuppressedListings.since.of(.ago(5)).data
        let wheel = Wheel(
            store: try store([
                .catalog([("A", nil, 1_000)], at: .noon), issue,
                Export(feed: DailySales.feed, effectiveAt: .noon, rows: rows, covers: span),
            ]))
        try wheel.turn()
        let listing = try #require(try wheel.terms().values.first?.listings.first)
        #expect(listing.unitsPerDay.description == "4.00")
        #expect(listing.basis.goodDays == 55 + 0 && listing.basis.blockedDays == 5)
    }
}
