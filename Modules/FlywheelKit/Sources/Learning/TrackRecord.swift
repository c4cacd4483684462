/// What a stage has learned from outcomes, as counts and sums that can be made apart and added up. The host keeps
/// it, asks the stage for proposals by it, and shows what the stage measures in it.
public struct TrackRecord: Hashable, Sendable, Codable, Mergeable {
    /// Outcomes by verdict.
    public private(set) var verdicts: [String: Int] = [:]
    /// Outcomes by root cause.
    public private(set) var rootCauses: [String: Int] = [:]
    /// Sums under names of the stage's own choosing.
    public private(set) var sums: [String: Int] = [:]

    /// Nothing learned.
    public init() {}

    /// Counts an outcome by its verdict and root cause.
    public mutating func count<Evidence>(_ outcome: Outcome<Evidence>) {
        verdicts[outcome.verdict.rawValue, default: 0] += 1
        if let cause = outcome.rootCause { rootCauses[cause, default: 0] += 1 }
    }

    /// Adds to a sum. Whole numbers, so that adding in another order gives the same sum.
    public mutating func add(_ value: Int, to name: String) { sums[name, default: 0] += value }

    /// Adds another part's record to this one.
    public mutating func merge(_ other: TrackRecord) {
        verdicts.merge(other.verdicts, uniquingKeysWith: +)
        rootCauses.merge(other.rootCauses, uniquingKeysWith: +)
        sums.merge(other.sums, uniquingKeysWith: +)
    }

    /// Takes a part's record out of this one again.
    public mutating func remove(_ other: TrackRecord) {
        verdicts.merge(other.verdicts.mapValues { -$0 }, uniquingKeysWith: +)
        rootCauses.merge(other.rootCauses.mapValues { -$0 }, uniquingKeysWith: +)
        sums.merge(other.sums.mapValues { -$0 }, uniquingKeysWith: +)
        verdicts = verdicts.filter { $0.value != 0 }
        rootCauses = rootCauses.filter { $0.value != 0 }
        // A sum of nothing is kept as long as something was counted, since zero is what others added to it.
        if verdicts.isEmpty, rootCauses.isEmpty, sums.values.allSatisfy({ $0 == 0 }) { sums = [:] }
    }

    /// The number of outcomes with a verdict.
    public func count(of verdict: Verdict) -> Int { verdicts[verdict.rawValue] ?? 0 }

    /// The number of outcomes.
    public var total: Int { verdicts.values.reduce(0, +) }

    /// The share of judged findings that were real: the mean of a Beta(1, 1) posterior, so an empty record reads one half
    /// and not all.
    public var precision: Measure {
        let real = count(of: .actionable) + count(of: .known)
        let judged = real + count(of: .noise) + count(of: .didNotHappen)
        return Measure("precision", Double(real + 1) / Double(judged + 2), unit: .share, samples: judged)
    }

    /// The number of outcomes that somebody acted on.
    public var resolved: Measure {
        Measure("resolved", Double(count(of: .actionable)), unit: .none, samples: total)
    }
}
