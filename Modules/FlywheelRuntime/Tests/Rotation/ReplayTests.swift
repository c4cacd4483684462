import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// The same facts at the same moment are the same queue, whatever way they came in.
@Suite struct ReplayTests {
    /// The sample with a partial file and an older snapshot on top, so that the order of imports could matter.
    private static var exports: [Export] {
        var partial = Export.stock(["L06": 1], at: .noon - 0.1)
        partial.isComplete = false
        let older = Export.blocked([("L07", 100), ("L08", 30)], at: .noon - 3)
        return Export.sample + [partial, older]
    }

    private static let stages = [
        InstalledStage(BlockedStage.self), InstalledStage(StockStage.self), InstalledStage(DearStage.self),
        InstalledStage(WeekStage.self),
    ]

    @Test func replayingAMomentChangesNothing() throws {
        let wheel = Wheel(store: try store(Self.exports), stages: Self.stages)
        let first = try wheel.turn()
        let queue = try wheel.queue()
        let standing = try wheel.store.unfinishedExceptions()
        #expect(first.workflows.map(\.opened) == [3, 0, 4, 12])
        #expect(first.open == 19 && queue.count == 19)
        for _ in 0..<3 {
            let again = try wheel.turn()
            for workflow in again.workflows {
                #expect(workflow.opened == 0 && workflow.changed == 0 && workflow.ended == 0 && workflow.notFixed == 0)
            }
            #expect(again.workflows.map(\.kept) == first.workflows.map(\.opened))
            #expect(again.atRisk == first.atRisk && again.skipped == 0)
            #expect(try wheel.queue() == queue)
            #expect(try wheel.store.unfinishedExceptions() == standing)
        }
        #expect(try wheel.store.outcomes().isEmpty)
        #expect(try wheel.store.journalFaults().isEmpty)
    }

    /// Exceptions that change, come true, end, are closed and are refuted, each with days behind it that it took from the
    /// rate of sale.
    @Test func replayingAMomentAfterEveryKindOfChangeChangesNothing() throws {
        let wheel = Wheel(store: try store(Self.exports))
        try wheel.turn()
        for code in ["L00", "L03"] {
            let id = try #require(try exception(of: "blocked", on: code, in: wheel.store)).id
            try Workbench(wheel.store, plan: Plan([]), actor: Actor(.person, "ann"), now: .noon + 0.1)
                .close(id, rootCause: "policy", newCause: true)
        }
        let later = Instant.noon + 1.5
        var blocked = Export.blocked([("L00", 100), ("L05", 90), ("L09", 70)], at: later)
        blocked.rows[2].cells[SuppressedListings.since.name] = SuppressedListings.since.of(.ago(6)).data
        try blocked.keep(in: wheel.store)
        try Export.stock(["L00": 9, "L04": 0, "L05": 0, "L06": 50], at: later).keep(in: wheel.store)
        try Export.sales(["L00": 3, "L05": 4, "L09": 5], days: 40, until: .today.advanced(by: 1), at: later)
            .keep(in: wheel.store)
        let turned = try wheel.turn(at: later)
        let queue = try wheel.queue()
        #expect(turned.workflows.map(\.notFixed) == [1, 0] && turned.verified == 1 && turned.selfCleared == 1)
        #expect(turned.workflows.map(\.changed) == [1, 1] && turned.workflows.map(\.opened) == [1, 0])
        let again = try wheel.turn(at: later)
        #expect(again.rotation == turned.rotation)
        #expect(again.workflows.allSatisfy { $0.opened + $0.changed + $0.ended + $0.notFixed == 0 })
        #expect(try wheel.queue() == queue)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>) func theOrderOfImportsChangesNothing(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let one = Wheel(store: try store(Self.exports), stages: Self.stages)
        let other = Wheel(store: try store(Self.exports.shuffled(using: &random)), stages: Self.stages)
        try one.turn()
        try other.turn()
        #expect(try one.lines() == other.lines())
    }

    @Test(arguments: [1, 2, 5], [1, 100]) func theCutOfChunksAndBatchesChangesNothing(rows: Int, batch: Int) throws {
        let one = Wheel(store: try store(Self.exports), stages: Self.stages)
        let other = Wheel(store: try store(Self.exports, rowsPerChunk: rows, batch: batch), stages: Self.stages)
        let summary = try one.turn()
        #expect(try other.turn() == summary)
        #expect(try one.lines() == other.lines())
        #expect(try one.tiers() == other.tiers())
    }

    @Test func theOrderOfStagesChangesNothing() throws {
        let one = Wheel(store: try store(Self.exports), stages: Self.stages)
        let other = Wheel(store: try store(Self.exports), stages: Self.stages.reversed())
        #expect(try one.turn() == other.turn())
        #expect(try one.lines() == other.lines())
    }

    @Test func anotherStageChangesNothingOfWhatAStageIsShown() throws {
        let wheel = Wheel(store: try store(Self.exports), stages: [InstalledStage(WeekStage.self)])
        try wheel.turn()
        #expect(try Set(wheel.queue().map(\.exception.evidence)) == ["7"])
    }

    @Test func modelsAreFittedKeptAndNamed() throws {
        let wheel = Wheel(
            store: try store([.catalog([("A", nil, 100), ("B", nil, 100), ("C", nil, 900)], at: .noon)]),
            stages: [InstalledStage(DearStage.self)])
        try wheel.turn()
        let state = try #require(try wheel.store.stageStates().first)
        #expect(state.model == #"{"cents":1100,"listings":3}"#)
        let dear = try #require(try exception(of: "dear", on: "C", in: wheel.store))
        #expect(dear.model == SHA.hexadecimal(of: state.model))
    }

    @Test func ticketsReadTheSignalsOfTheirListings() throws {
        let tickets = Export(
            feed: TicketStage.feed, effectiveAt: .noon,
            rows: ["L00", "L01", "L99"].enumerated().map { FactRow("T\($0)", TicketStage.listing.of($1)) })
        for rows in [1, 100] {
            let wheel = Wheel(
                store: try store(Export.sample + [tickets], rowsPerChunk: rows),
                stages: [InstalledStage(TicketStage.self), InstalledStage(SignalStage.self)])
            try wheel.turn()
            #expect(try wheel.queue().map(\.exception.fingerprint.subject.code) == ["T0"])
        }
    }
}
