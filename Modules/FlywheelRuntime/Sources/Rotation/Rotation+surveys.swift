import FlywheelKit
import FlywheelStore

extension Rotation {
    /// Lets stages that learn from the whole catalogue look at it. A chunk is read once for all that look at it.
    func survey(_ ledger: FeedLedger, states: inout [String: StageState]) throws {
        let surveys = try plan.stages.compactMap { stage in
            let id = stage.manifest.id
            return try stage.prepare(states[id] ?? StageState(workflow: id)).survey.map { (stage.manifest, $0) }
        }
        for kind in Sweep.order {
            let own = surveys.filter { $0.0.scans == kind }
            guard !own.isEmpty else { continue }
            let models = try models(of: own.map(\.1), over: kind, ledger)
            for (manifest, model) in zip(own.map(\.0), models) {
                states[manifest.id, default: StageState(workflow: manifest.id)].model = model
            }
        }
    }

    private func models(of surveys: [StageSurvey], over kind: Subject.Kind, _ ledger: FeedLedger) throws -> [String] {
        let places = try store.chunks(of: kind)
        let rates = try ChunkReader(store: store, ledger: ledger, surveying: surveys, kind: kind).withRates().rates
        let samples = surveys.map { survey in
            let reader = ChunkReader(store: store, ledger: ledger, surveying: [survey], kind: kind)
            return SurveySample(survey, of: reader.hasSources ? places : [])
        }
        let parts = try parallelMap(places.count) { index -> [(any Sendable)?] in
            let place = places[index]
            let here = samples.map { $0.survey(at: place) }
            var reader = ChunkReader(
                store: store, ledger: ledger, surveying: here.compactMap(\.self), kind: kind)
            reader.rates = rates
            guard here.contains(where: { $0 != nil }),
                let placed = try reader.chunk(at: place, zone: zones.zone(ofMarketplace: place.marketplace))
            else { return here.map { _ in nil } }
            return here.map { $0?.summary(of: placed.chunk) }
        }
        return try surveys.enumerated().map { number, survey in try survey.fit(parts.compactMap { $0[number] }) }
    }
}

/// The chunks that a survey looks at.
private struct SurveySample {
    private let whole: StageSurvey
    private let chunks: Set<Int64>
    /// Those of which it reads the past as well.
    private let withPast: Set<Int64>

    init(_ survey: StageSurvey, of places: [ChunkPlace]) {
        whole = survey
        let sample = places.sample(survey.mostChunks)
        chunks = Set(sample.map(\.id))
        withPast = Set(sample.sample(survey.mostHistories).map(\.id))
    }

    /// The survey as it reads a chunk; `nil` where it does not look at it.
    func survey(at place: ChunkPlace) -> StageSurvey? {
        guard chunks.contains(place.id) else { return nil }
        return withPast.contains(place.id) ? whole : whole.withoutHistory
    }
}
