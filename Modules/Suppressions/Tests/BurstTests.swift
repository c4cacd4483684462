import FlywheelKit
import Statistics
import Testing

@testable import Suppressions

/// Issues that many listings got on one day.
@Suite struct BurstTests {
    private static func lines(_ numbers: Range<Int>, code: String = "90220", since day: Day = today) -> [Line] {
        numbers.map { Line(sku: "L\($0)", status: "SEARCH_SUPPRESSED", code: code, since: day) }
    }

    private static func chunk(_ lines: [Line]) -> Chunk {
        report(lines, listings: Set(lines.map(\.sku)).sorted()).build()
    }

    private static func model(_ chunks: [Chunk], after model: SuppressionsModel = .init()) -> SuppressionsModel {
        SuppressionsStage.fit(
            chunks.reduce(into: SuppressionsSurvey()) { SuppressionsStage.survey($1, into: &$0) }, after: model)
    }

    /// The groups of a chunk's findings, by discriminator.
    private static func groups(
        of chunk: Chunk, _ model: SuppressionsModel, _ knobs: SuppressionsKnobs = .init()
    ) -> [String: Int] {
        var (signals, findings) = (SignalPort(), Findings<SuppressionEvidence>())
        SuppressionsStage(knobs: knobs, model: model).detect(in: chunk, signals: &signals, into: &findings)
        return Dictionary(grouping: findings.all) { $0.group?.discriminator ?? "none" }.mapValues(\.count)
    }

    @Test func fortyListingsWithOneCodeAreOneGroupAndOthersAreOut() {
        let chunk = Self.chunk(
            Self.lines(0..<40) + Self.lines(40..<43, code: "99010")
                + Self.lines(43..<46, since: today.advanced(by: -9)))
        let model = Self.model([chunk])
        #expect(Self.groups(of: chunk, model) == ["90220@2026-11-20": 40, "none": 6])
    }

    @Test func chunksOfOneAccountMakeOneBurstTogether() {
        let chunks = (0..<8).map { Self.chunk(Self.lines(5 * $0..<5 * $0 + 5)) }
        let model = Self.model(chunks)
        #expect(model.bursts.all.map(\.listings) == [40])
        #expect(chunks.allSatisfy { Self.groups(of: $0, model) == ["90220@2026-11-20": 5] })
    }

    @Test func whatAnIssueDoesEveryDayIsNoBurst() {
        let usual = (1...27).flatMap { back in
            Self.lines(100 * back..<100 * back + 12, since: today.advanced(by: -back))
        }
        let chunk = Self.chunk(usual + Self.lines(0..<14))
        #expect(Self.groups(of: chunk, Self.model([chunk]))["90220@2026-11-20"] == nil)
        let many = Self.chunk(usual + Self.lines(0..<60))
        #expect(Self.groups(of: many, Self.model([many]))["90220@2026-11-20"] == 60)
    }

    @Test func theKnobSaysHowManyAreABurst() {
        var knobs = SuppressionsKnobs()
        let chunk = Self.chunk(Self.lines(0..<9))
        let model = Self.model([chunk])
        #expect(Self.groups(of: chunk, model, knobs) == ["none": 9])
        knobs.burstListings = 9
        #expect(Self.groups(of: chunk, model, knobs) == ["90220@2026-11-20": 9])
    }

    @Test func aBurstStaysOneUntilTheLastOfItIsGone() {
        let model = Self.model([Self.chunk(Self.lines(0..<40))])
        let left = Self.chunk(Self.lines(3..<4))
        let later = Self.model([left], after: model)
        #expect(Self.groups(of: left, later) == ["90220@2026-11-20": 1])
        #expect(Self.model([left], after: later) == later)
        #expect(Self.model([Self.chunk(Self.lines(0..<2, code: "1"))], after: later).bursts.all.isEmpty)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func fittingAgainChangesNothing(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let lines = (0..<400).map { number in
            Line(
                sku: "L\(number)", status: "Search Suppressed", code: "\(random.next() % 4)",
                since: today.advanced(by: -Int(random.next() % 9) * Int(random.next() % 5)))
        }
        let chunk = Self.chunk(lines)
        let once = Self.model([chunk])
        #expect(Self.model([chunk], after: once) == once)
    }

    @Test func anIssueWithoutANameOrADayIsInNone() {
        let lines = (0..<40).map {
            Line(sku: "L\($0)", status: "Search Suppressed", issue: "Bitte prüfen", since: today)
        }
        let undated = (40..<80).map { Line(sku: "L\($0)", status: "Search Suppressed", code: "90220") }
        let chunk = Self.chunk(lines + undated)
        #expect(Self.groups(of: chunk, Self.model([chunk])) == ["none": 80])
    }
}
