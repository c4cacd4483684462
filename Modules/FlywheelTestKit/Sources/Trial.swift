import FlywheelKit

/// A stage being tried: the instance, and what it made of the whole fixture.
struct Trial<S: FlywheelStage> {
    let given: StageConformance<S>
    let model: S.Model
    let stage: S
    let whole: [Sight<S.Evidence>]

    init(_ conformance: StageConformance<S>) {
        given = conformance
        model = conformance.model ?? Self.fitted(from: conformance.fixture) ?? S.Model()
        stage = S(knobs: conformance.knobs, model: model)
        whole = zip(conformance.fixture, conformance.signals).map { [stage] in stage.sight(of: $0, $1) }
    }

    /// What does not hold; the switch is exhaustive, so a check that nobody runs does not compile.
    func complaints(_ check: Check) -> [String] {
        switch check {
        case .fixture: kindsNotShown()
        case .sameTwice: sameTwice()
        case .emptyChunk: emptyChunk()
        case .anyCut: anyCut()
        case .signals: signals()
        case .inputs: inputs()
        case .findings: findings()
        case .unknown: unknown()
        case .verbs: verbs()
        case .changes: changes()
        case .exposures: exposures()
        case .coding: coding()
        case .learning: learning()
        case .surveys: surveys()
        case .measures: measures()
        case .knobs: knobs()
        case .proposals: proposals()
        case .loosening: loosening()
        case .golden: golden()
        case .readme: readme()
        }
    }

    /// Every finding of the fixture with the chunk it is in.
    var everyFinding: [(chunk: Int, finding: Placed<S.Evidence>)] {
        whole.enumerated().flatMap { chunk, sight in sight.findings.map { (chunk, $0) } }
    }

    /// Where a row is, for messages: `chunk 0, row 3 (KN-12)`.
    func place(_ chunk: Int, _ row: Int) -> String {
        let codes = given.fixture[chunk].codes
        return codes.indices.contains(row) ? "chunk \(chunk), row \(row) (\(codes[row]))" : "chunk \(chunk), row \(row)"
    }
}
