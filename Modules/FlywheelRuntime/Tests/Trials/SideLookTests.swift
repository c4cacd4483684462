import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What is looked at beside counts what a turn with the other knobs would open and end, and nothing else.
@Suite struct SideLookTests {
    private static let stage = InstalledStage(ShelfLimitStage.self)

    /// Twelve listings with 0 to 11 units, of which those below 5 are found; with the limit at 8, at 3, and on the way to 9.
    private func turn(stock: (inout Export) -> Void = { _ in }, listed: Int = 12) throws -> RotationSummary {
        let codes = (0..<12).map { ($0 < 10 ? "L0" : "L") + "\($0)" }
        var units = Export.stock(
            Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0 as Int?) }), at: .noon - 0.2)
        stock(&units)
        let lists = [(12, 2.0), (listed, 0.1)].map { count, daysAgo in
            Export.catalog(codes.prefix(count).map { ($0, nil, 1_000) }, at: .noon - daysAgo)
        }
        var wheel = Wheel(store: try store(lists + [units]), stages: [Self.stage])
        wheel.settings.shadows = try [("looser", 8.0), ("tighter", 3)].map { id, limit in
            ShadowTrial(id: id, workflow: "limit", knobs: try Self.stage.knobs("", setting: "limit", to: limit))
        }
        wheel.settings.review.share = 1
        wheel.settings.review.watched = ["limit": ["limit": 9]]
        return try wheel.turn()
    }

    private func counts(_ summary: RotationSummary) throws -> [Int] {
        let (looser, tighter) = (summary.shadows?["looser"], summary.shadows?["tighter"])
        return [looser?.wouldOpen, looser?.wouldEnd, tighter?.wouldOpen, tighter?.wouldEnd].map { $0 ?? -1 }
    }

    @Test func whatFilesTellOfCounts() throws {
        let summary = try turn()
        #expect(summary.open == 5)
        #expect(try counts(summary) == [3, 0, 0, 2])
        #expect(summary.candidates.map(\.fingerprint.subject.code) == ["L05", "L06", "L07", "L08"])
    }

    @Test func whatAFileSaysThatCouldNotBeReadCountsNowhere() throws {
        let summary = try turn(stock: { $0.unread = ["L03", "L06", "L08"] })
        #expect(summary.open == 4)
        #expect(try counts(summary) == [2, 0, 0, 1])
        #expect(summary.candidates.map(\.fingerprint.subject.code) == ["L05", "L07"])
    }

    @Test func whatIsGoneCountsNowhere() throws {
        let summary = try turn(listed: 7)
        #expect(summary.open == 5)
        #expect(try counts(summary) == [2, 0, 0, 2])
        #expect(summary.candidates.map(\.fingerprint.subject.code) == ["L05", "L06"])
        #expect(try counts(try turn(listed: 4)) == [0, 0, 0, 1])
    }
}

/// Listings with fewer units than a limit, as far as the list of all listings has them.
private struct ShelfLimitStage: FlywheelStage {
    typealias Knobs = LimitStage.Knobs

    static let manifest = StageManifest(
        id: "limit", title: "Limit",
        inputs: [Stock.feed.deciding(Stock.fulfillable), Catalog.feed.deciding(Catalog.price)],
        kinds: [LimitStage.low], writes: [.detect, .exposure, .tune])

    private let limit: LimitStage

    init(knobs: Knobs, model: NoModel) { limit = LimitStage(knobs: knobs, model: model) }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        limit.detect(in: chunk, signals: &signals, into: &findings)
    }

    func exposure(of evidence: Int) -> Exposure { limit.exposure(of: evidence) }
}
