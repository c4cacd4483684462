public import FlywheelKit

extension PricingStage {
    /// Counts by verdict and root cause, and by cause how often the cause told apart was the one a person named.
    public func learn(_ outcome: Outcome<PricingEvidence>, into record: inout TrackRecord) {
        record.count(outcome)
        guard let cause = outcome.evidence.loss?.cause, let named = outcome.rootCause else { return }
        record.add(1, to: "causes named")
        if cause.rootCauses.contains(named) { record.add(1, to: "causes right") }
    }

    /// Precision, the number resolved, and the share of causes that people agreed with.
    public static func measure(_ record: TrackRecord) -> [Measure] {
        let named = record.sums["causes named"] ?? 0
        let agreed = named > 0 ? Double(record.sums["causes right"] ?? 0) / Double(named) : nil
        return [record.precision, record.resolved]
            + [agreed.map { Measure("causes right", $0, unit: .share, samples: named) }].compactMap(\.self)
    }
}

extension LossCause {
    /// The root causes that a person may name where this one was told.
    fileprivate var rootCauses: [String] {
        switch self {
        case .stock: ["own-stock"]
        case .priceError: ["feed-error", "repricer"]
        case .nobody: ["price-outside"]
        case .price: ["undercut", "new-seller", "repricer", "price-outside"]
        case .fulfilment: ["fulfilment"]
        case .sellerMetrics: ["seller-metrics"]
        case .unknown: []
        }
    }
}
