import Statistics

/// Watches automatic decisions: what it finds beyond its limits turns automation to suggestions.
public struct AutomationWatch: Hashable, Sendable {
    /// One measure of a period.
    public struct Reading: Hashable, Sendable {
        /// What was measured.
        public let measure: AutomationBreach.Measure
        /// What it came to; `nil` where there are too few rows to say.
        public let value: Double?
        /// What it may come to, sampling noise included; accuracy may not come to less, all others not to more.
        public let limit: Double
        /// The rows it rests on.
        public let rows: Int
        /// Whether it is beyond its limit.
        public let isBreach: Bool

        /// The breach it is, where it is one.
        public var breach: AutomationBreach? {
            value.flatMap { isBreach ? AutomationBreach(measure, value: $0, limit: limit, rows: rows) : nil }
        }
    }

    /// How surely chance alone is not beyond a limit. Ten measures a week then raise a false alarm every other year.
    private static let confidence = 0.999

    /// What a period is compared with; without it nothing is said of drift.
    public let reference: AutomationReference?
    /// What decisions may come to.
    public let limits: AutomationLimits

    /// A watch.
    public init(reference: AutomationReference?, limits: AutomationLimits = AutomationLimits()) {
        self.reference = reference
        self.limits = limits
    }

    /// Every measure of a period, in the order drift, accuracy, calibration, overrides, handoffs.
    public func readings(of period: AutomationPeriod) -> [Reading] {
        drift(of: period) + accuracy(of: period.audits)
            + [
                calibration(of: period.audits),
                share(.overrides, period.overrides, limits.overrides),
                share(.handoffs, period.handoffs, limits.handoffs),
            ].compactMap(\.self)
    }

    /// What is beyond its limit in a period.
    public func breaches(in period: AutomationPeriod) -> [AutomationBreach] {
        readings(of: period).compactMap(\.breach)
    }

    private func drift(of period: AutomationPeriod) -> [Reading] {
        guard let reference else { return [] }
        let names = Set(reference.labels.keys).union(period.labels.keys).sorted()
        let (now, before) = (names.map { period.labels[$0] ?? 0 }, names.map { reference.labels[$0] ?? 0 })
        return [
            drift(
                .certaintyDrift, reference.certainties.index(of: period.certainties), rows: period.certainties.count,
                reference.certainties.referenceCounts),
            drift(.labelDrift, PopulationStability.index(now, reference: before), rows: now.reduce(0, +), before),
        ]
    }

    private func drift(
        _ measure: AutomationBreach.Measure, _ index: Double?, rows: Int, _ reference: [Int]
    ) -> Reading {
        let referenceRows = reference.reduce(0, +)
        guard let index, rows >= limits.leastDriftRows, referenceRows > 0 else {
            return Reading(measure: measure, value: nil, limit: limits.drift, rows: rows, isBreach: false)
        }
        let noise = PopulationStability.noise(
            rows: rows, referenceRows: referenceRows, bins: reference.count, confidence: Self.confidence)
        let limit = limits.drift + noise
        return Reading(measure: measure, value: index, limit: limit, rows: rows, isBreach: index > limit)
    }

    /// Of all audits, and of each label that was audited often enough.
    private func accuracy(of audits: [AutomationPeriod.Audit]) -> [Reading] {
        let byLabel = Dictionary(grouping: audits, by: \.label).sorted { $0.key < $1.key }
        let groups = [(nil, audits)] + byLabel.map { (Optional($0.key), $0.value) }
        return groups.compactMap { label, audits in
            if audits.isEmpty || label != nil && audits.count < limits.leastRows { return nil }
            let right = audits.count(where: \.isRight)
            let isKnown = audits.count >= limits.leastRows
            let chance = ExactShare.chance(ofAtMost: right, in: audits.count, share: limits.accuracy)
            return Reading(
                measure: .accuracy(label: label), value: isKnown ? Double(right) / Double(audits.count) : nil,
                limit: limits.accuracy, rows: audits.count, isBreach: isKnown && chance < 1 - Self.confidence)
        }
    }

    private func calibration(of audits: [AutomationPeriod.Audit]) -> Reading? {
        guard !audits.isEmpty else { return nil }
        let error = CalibrationError.value(audits.map { (stated: $0.certainty, isTrue: $0.isRight) })
        guard audits.count >= limits.leastRows, let error,
            let noise = CalibrationError.noise(stated: audits.map(\.certainty), confidence: Self.confidence)
        else {
            return Reading(
                measure: .calibration, value: nil, limit: limits.calibration, rows: audits.count, isBreach: false)
        }
        let limit = limits.calibration + noise
        return Reading(
            measure: .calibration, value: error, limit: limit, rows: audits.count, isBreach: error > limit)
    }

    /// A share is beyond its limit where as many would be rarer than chance allows.
    private func share(
        _ measure: AutomationBreach.Measure, _ share: AutomationPeriod.Share?, _ limit: Double
    ) -> Reading? {
        guard let share, share.of > 0 else { return nil }
        let isKnown = share.of >= limits.leastRows
        let chance = ExactShare.chance(ofAtMost: share.of - share.count, in: share.of, share: 1 - limit)
        return Reading(
            measure: measure, value: isKnown ? Double(share.count) / Double(share.of) : nil, limit: limit,
            rows: share.of, isBreach: isKnown && chance < 1 - Self.confidence)
    }
}
