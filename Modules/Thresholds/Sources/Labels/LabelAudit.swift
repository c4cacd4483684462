import FlywheelKit
public import Statistics

/// What a second look at a sample of labels says of those who gave them.
///
/// A measure that people are judged by stops measuring (C. Goodhart, 1975): whoever labels everything noise empties a queue,
/// and a threshold that believed it would stop looking. A dismissal therefore counts against a problem only as far as
/// audits of the same person's dismissals bear it out.
public struct LabelAudit: Hashable, Sendable {
    /// What is known of one person's labels.
    public struct Person: Hashable, Sendable {
        /// The name.
        public var name: String
        /// Labels given.
        public var labels: Int
        /// Those that said there was nothing to do.
        public var dismissed: Int
        /// Labels that were looked at again.
        public var audited: Int
        /// Dismissals that were looked at again.
        public var auditedDismissals: Int
        /// Those of them in which the second look saw something to do.
        public var refuted: Int
        /// How far both agree beyond chance; `nil` where nothing was audited, or both always said the same one word.
        public var agreement: CohensKappa?

        /// The share of dismissals; `nil` without labels.
        public var dismissedShare: Double? { labels > 0 ? Double(dismissed) / Double(labels) : nil }

        /// The most that may be wrong of this person's dismissals: the upper bound of the refuted share, 95 % one-sided, and
        /// 1 where nobody looked.
        public var mostRefuted: Double {
            WilsonInterval(successes: refuted, trials: auditedDismissals, confidence: 0.9)?.high ?? 1
        }

        /// What is likely wrong of them: the share refuted, with the half that Jeffreys' prior adds to either side, so that few
        /// audits say little and none says one half.
        public var likelyRefuted: Double { (Double(refuted) + 0.5) / (Double(auditedDismissals) + 1) }

        /// Whether the second look differs by more than chance explains: the lower bound of the refuted share, 95 %
        /// one-sided, lies above `tolerance`.
        public func isFar(tolerance: Double) -> Bool {
            (WilsonInterval(successes: refuted, trials: auditedDismissals, confidence: 0.9)?.low ?? 0) > tolerance
        }
    }

    /// Everybody who gave a label, by name.
    public let people: [Person]
    private let places: [String: Int]

    /// Compares first and second labels.
    public init(_ labels: some Sequence<Label>) {
        var byName: [String: [Label]] = [:]
        for label in labels {
            if let name = label.by { byName[name, default: []].append(label) }
        }
        people = byName.sorted { $0.key < $1.key }.map { name, labels in
            let audited = labels.filter { $0.audit != nil }
            let dismissals = audited.filter(\.verdict.isDismissal)
            return Person(
                name: name, labels: labels.count, dismissed: labels.count { $0.verdict.isDismissal },
                audited: audited.count, auditedDismissals: dismissals.count,
                refuted: dismissals.count { $0.audit?.isDismissal == false },
                agreement: CohensKappa(audited.compactMap { label in label.audit.map { (label.verdict, $0) } }))
        }
        places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.name, $0) })
    }

    /// What is known of a person.
    public subscript(name: String) -> Person? { places[name].map { people[$0] } }

    /// How surely there was something to do, on the safe side: what a missed problem counts for where recall is measured.
    ///
    /// One for a problem that the data or a second person confirmed, or that anybody called actionable; none for what the
    /// data or a second person ruled out; for a dismissal that nobody checked, the most of that person's that may be wrong.
    public func leastDoubt(about label: Label) -> Double {
        if label.isUncheckedDismissal { return label.by.flatMap { self[$0] }?.mostRefuted ?? 1 }
        return label.counted == .actionable ? 1 : 0
    }

    /// The same as far as is likely: a dismissal that nobody checked counts for what is likely wrong of that person's.
    public func likelyDoubt(about label: Label) -> Double {
        if label.isUncheckedDismissal { return label.by.flatMap { self[$0] }?.likelyRefuted ?? 1 }
        return label.counted == .actionable ? 1 : 0
    }

    /// Whether a label may speak for what a threshold is worth: not where it is the unchecked word of a person whose
    /// dismissals are far from what audits find.
    public func isHeard(_ label: Label, tolerance: Double) -> Bool {
        guard label.isUncheckedDismissal, let name = label.by, let person = self[name] else { return true }
        return !person.isFar(tolerance: tolerance)
    }
}
