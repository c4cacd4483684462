public import FlywheelKit

extension SuppressionsStage {
    /// Counts by verdict and root cause, and adds up how long problems went unseen and how long they lasted.
    public func learn(_ outcome: Outcome<SuppressionEvidence>, into record: inout TrackRecord) {
        record.count(outcome)
        record.add(hours(from: outcome.onset, to: outcome.detected), to: "hours unseen")
        record.add(hours(from: outcome.onset, to: outcome.ended), to: "hours lasted: \(outcome.kind)")
        record.add(1, to: "ended: \(outcome.kind)")
    }

    /// Precision, the number resolved, mean days until seen, and mean days that each kind lasted.
    public static func measure(_ record: TrackRecord) -> [Measure] {
        func meanDays(_ name: String, sum: String, over count: Int) -> Measure? {
            guard count > 0, let hours = record.sums[sum] else { return nil }
            return Measure(name, Double(hours) / Double(count) / 24, unit: .days, samples: count)
        }
        let unseen = meanDays("days unseen", sum: "hours unseen", over: record.total)
        let lasted = FindingKind.suppressions.map { kind in
            meanDays(
                "days lasted: \(kind.title)", sum: "hours lasted: \(kind.id)",
                over: record.sums["ended: \(kind.id)"] ?? 0)
        }
        return [record.precision, record.resolved] + ([unseen] + lasted).compactMap(\.self)
    }

    private func hours(from start: Instant, to end: Instant) -> Int { Int(max(0, end.seconds - start.seconds) / 3_600) }
}
