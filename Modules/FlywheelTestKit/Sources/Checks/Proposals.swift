import FlywheelKit

extension Trial {
    /// Tunes the knobs as given and with all of them at either end of their ranges, where a step too far shows, from
    /// records that pull in every direction.
    func proposals() -> [String] {
        let starts = [given.knobs, atBounds(\.range.lowerBound), atBounds(\.range.upperBound)]
        let records = [TrackRecord(), learn(lessons)] + Verdict.allCases.map(oneSided)
        var complaints: [String] = []
        for start in starts {
            for record in records {
                guard let proposal = S.tune(start, from: record) else { continue }
                complaints += faults(of: proposal, from: start).filter { !complaints.contains($0) }
            }
        }
        return complaints
    }

    private func atBounds(_ bound: (Knob<S.Knobs>) -> Double) -> S.Knobs {
        S.Knobs.tunable.reduce(into: given.knobs) { $0[keyPath: $1.path] = bound($1) }
    }

    private func oneSided(_ verdict: Verdict) -> TrackRecord {
        let learned = learn(lessons.filter { $0.verdict == verdict })
        return (0..<100).reduce(into: TrackRecord()) { record, _ in record.merge(learned) }
    }

    private func faults(of proposal: Proposal<S.Knobs>, from start: S.Knobs) -> [String] {
        var faults = S.Knobs.tunable.compactMap { knob -> String? in
            let value = proposal.knobs[keyPath: knob.path]
            guard !knob.range.contains(value) else { return nil }
            return """
                a proposal moves \(knob.name) from \(start[keyPath: knob.path]) to \(value), outside its range \
                \(knob.range). Clamp it
                """
        }
        var restored = proposal.knobs
        for knob in S.Knobs.tunable { restored[keyPath: knob.path] = start[keyPath: knob.path] }
        if restored != start {
            faults.append("a proposal moves a number that is not tunable: \(start) became \(proposal.knobs)")
        }
        if proposal.reason.isEmpty {
            faults.append("a proposal gives no reason. Say why in a sentence, with the numbers it rests on")
        }
        return faults
    }
}
