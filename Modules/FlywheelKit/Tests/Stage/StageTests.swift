import FlywheelKit
import Testing

/// What every verb does where an author leaves it out.
private struct Bare: FlywheelStage {
    static let manifest = StageManifest(id: "bare", title: "Bare", inputs: [], kinds: [])
    init(knobs: NoKnobs, model: NoModel) {}
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {}
}

@Suite struct StageTests {
    private let stage = Bare(knobs: NoKnobs(), model: NoModel())

    @Test func theDefaultsClaimNothingAndAskAPerson() {
        #expect(stage.exposure(of: 1) == .none)
        #expect(Exposure.none.loss == .nothing)
        #expect(stage.resolve(1) == Resolution(.ask("no remedy is known for this")))
        #expect(Bare.tune(NoKnobs(), from: TrackRecord()) == nil)
        #expect(Bare.measure(TrackRecord()).map(\.name) == ["precision", "resolved"])
        #expect(Bare.manifest.writes == [.detect])
    }

    @Test func aShareOutsideZeroToOneTraps() async {
        await #expect(processExitsWith: .failure) { _ = Exposure(.dailyShare([0, 1.01])) }
        await #expect(processExitsWith: .failure) { _ = Exposure(.dailyShare([])) }
        await #expect(processExitsWith: .failure) { _ = Exposure(.dailyShare([.nan])) }
        await #expect(processExitsWith: .failure) { _ = Exposure(.nothing, probability: -0.1) }
    }

    @Test func aRowThatCannotBeToldIsNoFinding() {
        var findings = Findings<Int>()
        findings.cannotTell(at: 3)
        findings.cannotTell(at: 3)
        #expect(findings.undecided == [3])
        #expect(findings.all.isEmpty)
    }

    @Test func aKindThatCannotBeToldLeavesOthersAsTheyAre() {
        let kind = FindingKind("low", title: "low", effortHours: 1, lastsDays: 1)
        var findings = Findings<Int>()
        findings.cannotTell(of: kind, at: 2)
        #expect(findings.undecidedByKind == ["low": [2]])
        #expect(findings.undecided.isEmpty)
    }

    @Test func findingsKeepTheOrderOfTheirReports() {
        let kind = FindingKind("low", title: "low", effortHours: 1, lastsDays: 1)
        var findings = Findings<Int>()
        findings.report(kind, at: 4, 40)
        findings.report(kind, at: 1, discriminator: "A", since: Instant(seconds: 5), 10)
        #expect(findings.all.map(\.row) == [4, 1])
        #expect(findings.all.map(\.discriminator) == ["", "A"])
        #expect(findings.all.map(\.onset) == [nil, Instant(seconds: 5)])
        #expect(findings.all[0] != findings.all[1])
    }

    @Test func whatOnlyKeepsIsApartFromWhatOpens() {
        let kind = FindingKind("low", title: "low", effortHours: 1, lastsDays: 1)
        let weights = [0.24, 0.2, 0.19, 0.16, 0.149].map { FindingWeight($0, least: 0.2) }
        #expect(weights == [.opens, .opens, .keeps, .keeps, nil])
        var findings = Findings<Int>()
        findings.report(kind, at: 4, weighing: .keeps, 40)
        findings.report(kind, at: 1, weighing: .opens, 10)
        #expect(findings.all.map(\.row) == [1] && findings.keeping.map(\.row) == [4])
    }
}
