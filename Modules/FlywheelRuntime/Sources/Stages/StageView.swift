public import FlywheelKit
public import FlywheelStore

/// What a stage sees of one subject: for a person who asks why it says what it says.
public struct StageView<Stage: FlywheelStage>: Sendable {
    /// The stage, with its knobs and what it has learned.
    public let stage: Stage
    /// The chunk that holds the subject, as the stage declares it.
    public let chunk: Chunk
    /// The subject's row.
    public let row: Int
    /// What the stages before it published for the chunk.
    public let signals: SignalPort
}

extension Plan {
    /// What an installed stage sees of a subject from a moment; `nil` where it is not installed, scans something else, or no
    /// import names the subject.
    ///
    /// The stages before it that publish anything are run over the subject's chunk, as in a rotation, and nothing is kept.
    ///
    /// - Parameters:
    ///   - states: what was learned; a rotation sees what it sees with these alone.
    ///   - terms: what is taken of sales.
    public func view<Stage: FlywheelStage>(
        _: Stage.Type, of subject: Subject, in store: any Store, states: [StageState], asOf: Instant, zones: Zones,
        terms: StatedTerms
    ) throws -> StageView<Stage>? {
        let manifest = Stage.manifest
        let stages = stages.filter { $0.manifest.scans == subject.kind }
        guard let own = stages.firstIndex(where: { $0.manifest.id == manifest.id }) else { return nil }
        func state(_ id: String) -> StageState { states.first { $0.workflow == id } ?? StageState(workflow: id) }

        var reader = try ChunkReader(
            store: store, ledger: FeedLedger(try store.imports(), asOf: asOf), stages: stages.map(\.manifest),
            kind: subject.kind
        ).withRates()
        reader.terms = terms
        if subject.kind == .listing {
            reader.stockPools = try StockPools(for: [manifest], store: store, ledger: reader.ledger, zones: zones)
            // What stands is in the signals of the stages before.
            reader.pastBlocks = PastBlocks(
                self, outcomes: try store.recentOutcomes(asOf: asOf), standing: [], asOf: asOf, zones: zones)
        }
        for place in try store.chunks(of: subject.kind) {
            guard place.account == subject.account, place.marketplace == subject.marketplace,
                try store.rows(of: place).codes.contains(subject.code),
                let placed = try reader.chunk(at: place, zone: zones.zone(ofMarketplace: place.marketplace)),
                let row = placed.chunk.rows.first(where: { placed.chunk.codes[$0] == subject.code })
            else { continue }
            var signals = SignalPort()
            for stage in stages[..<own] where !stage.manifest.publishes.isEmpty {
                _ = try stage.prepare(state(stage.manifest.id)).detect(placed.chunk, &signals)
            }
            return StageView(
                stage: try stages[own].typed(Stage.self, state(manifest.id)),
                chunk: placed.chunk.declared(by: manifest), row: row, signals: signals)
        }
        return nil
    }
}
