import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What one signal changes, against counts by hand.
@Suite struct LinkProbeTests {
    private static let stages = [
        InstalledStage(LeftStage.self), InstalledStage(ShareStage.self), InstalledStage(TenthStage.self),
        InstalledStage(TicketStage.self),
    ]
    private static let availability = ListingAvailability.key

    /// Five listings that each sell one a day at 10.00 to 14.00; the three dearest are blocked by half, and the facts
    /// behind that are six hours older than the catalogue.
    private func filled(rowsPerChunk: Int = Chunk.capacity) throws -> Wheel {
        let codes = (0..<5).map { "L\($0)" }
        let tickets = Export(
            feed: TicketStage.feed, effectiveAt: .noon - 0.1,
            rows: ["L4", "L0", "L9", "L3"].enumerated().map { FactRow("T\($0)", TicketStage.listing.of($1)) })
        let exports: [Export] = [
            .catalog(codes.enumerated().map { ($1, nil, 1_000 + 100 * Int64($0)) }, at: .noon - 0.25),
            .sales(Dictionary(uniqueKeysWithValues: codes.map { ($0, 1) }), days: 60, until: .today, at: .noon - 0.1),
            .blocked(codes.suffix(3).map { ($0, 50) }, at: .noon - 0.5), tickets,
        ]
        var wheel = Wheel(store: try store(exports, rowsPerChunk: rowsPerChunk), stages: Self.stages)
        wheel.settings.currency = Currency("USD")
        return wheel
    }

    private func links(_ wheel: Wheel, cutting cuts: Set<SignalCut> = []) throws -> [String: MeasuredLink] {
        let probe = LinkProbe(
            store: wheel.store, plan: try Plan(wheel.stages), zones: wheel.zones, settings: wheel.settings)
        return Dictionary(
            try probe.measure(asOf: .noon, cutting: cuts).map { ("\($0.from) \($0.to)", $0) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: [1, 2, Chunk.capacity]) func whatASignalChangesIsWhatCountingByHandSays(rows: Int) throws {
        let links = try links(filled(rowsPerChunk: rows))
        #expect(links.keys.sorted() == ["left tenth", "share left", "share tickets"])

        let left = try #require(links["share left"])
        #expect(left.signal == Self.availability && left.at == .noon)
        #expect(left.rows == 5 && left.read == 3)
        #expect(left.findings == 3 && left.gone == 3 && left.different == 0 && left.new == 0)
        // The catalogue is six hours newer.
        #expect(left.lagHours == 6)

        let tenth = try #require(links["left tenth"])
        #expect(tenth.rows == 5 && tenth.read == 5)
        #expect(tenth.findings == 5 && tenth.gone == 0 && tenth.different == 3 && tenth.new == 0)
        #expect(tenth.lagHours == 0)

        // Of four tickets two are about blocked listings.
        let tickets = try #require(links["share tickets"])
        #expect(tickets.rows == 4 && tickets.read == 2 && tickets.findings == 2 && tickets.gone == 2)
    }

    @Test func aSignalThatPutsRowsAboveOthersIsSeenInTheQueue() throws {
        var wheel = try filled()
        wheel.stages = [
            InstalledStage(LeftStage.self), InstalledStage(ShareStage.self), InstalledStage(TenthStage.self),
        ]
        // Only the cheapest is blocked now: with the signal it stands first of five, without it last.
        try Export.blocked([("L0", 90)], at: .noon - 0.1).keep(in: wheel.store)
        let tenth = try #require(try links(wheel)["left tenth"])
        // The blocked one's other finding keeps its place at the top.
        #expect(tenth.ranked == 6 && tenth.moved == 1)
    }

    @Test func cuttingOneSignalLowersItsLinkAndNoOther() throws {
        let wheel = try filled()
        let whole = try links(wheel)
        for (name, link) in whole {
            let cut = try links(wheel, cutting: [SignalCut(link.signal, to: link.to)])
            for (other, before) in whole {
                let after = try #require(cut[other])
                if other == name {
                    #expect(after.read == 0 && after.gone + after.different + after.new == 0 && after.moved == 0)
                } else {
                    #expect(after.read == before.read && after.rows == before.rows, "\(other) after \(name)")
                }
            }
        }
    }

    @Test func measuringChangesNothing() throws {
        let wheel = try filled()
        try wheel.turn()
        let (queue, length) = (try wheel.queue(), try wheel.store.journalLength())
        let first = try links(wheel)
        #expect(try links(wheel) == first)
        #expect(try wheel.queue() == queue && wheel.store.journalLength() == length)
    }

    @Test func workflowsThatShareNoSignalAreNotMeasured() throws {
        var wheel = try filled()
        wheel.stages = [
            InstalledStage(BlockedStage.self), InstalledStage(StockStage.self), InstalledStage(LeftStage.self),
        ]
        #expect(try links(wheel).isEmpty)
    }

    @Test func nothingIsSeenWhereNothingIsKnown() throws {
        let link = try #require(try links(Wheel(store: store([]), stages: Self.stages))["share left"])
        #expect(link.rows == 0 && link.read == 0 && link.findings == 0 && link.ranked == 0 && link.lagHours == nil)
    }
}
