import FlywheelKit

private let availability = ListingAvailability.key

struct ReadsUndeclaredSignal: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        _ = signals.column(ListingAvailability.self)
        Self.reportLow(in: chunk, into: &findings)
    }
}

struct NeverReadsItsSignal: LowStock {
    static var manifest: StageManifest { .lowStock(reads: [availability]) }
    init(knobs: NoKnobs, model: NoModel) {}
}

struct PublishesUndeclaredSignal: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        signals.publish([ListingAvailability?](repeating: nil, count: chunk.count))
        Self.reportLow(in: chunk, into: &findings)
    }
}

struct NeverPublishesItsSignal: LowStock {
    static var manifest: StageManifest { .lowStock(publishes: [availability]) }
    init(knobs: NoKnobs, model: NoModel) {}
}

struct PublishesTooFewValues: LowStock {
    static var manifest: StageManifest { .lowStock(publishes: [availability]) }

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        signals.publish(
            chunk.rows.compactMap { row -> ListingAvailability? in
                Self.isLow(row, of: chunk).map { _ in ListingAvailability(blockedShare: 1, since: chunk.today) }
            })
        Self.reportLow(in: chunk, into: &findings)
    }
}

struct PublishesTheChunksSize: LowStock {
    static var manifest: StageManifest { .lowStock(publishes: [availability]) }

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let value = ListingAvailability(blockedShare: 1 / Double(chunk.count), since: chunk.today)
        signals.publish([ListingAvailability?](repeating: value, count: chunk.count))
        Self.reportLow(in: chunk, into: &findings)
    }
}
