import FlywheelKit

extension Trial {
    /// A host may loosen knobs to sample what lies just below a threshold, and then trusts their stated direction.
    func loosening() -> [String] {
        S.Knobs.tunable.compactMap { knob in
            let start = given.knobs[keyPath: knob.path]
            let end = knob.looser == .lower ? knob.range.lowerBound : knob.range.upperBound
            guard end.isFinite else { return nil }
            var before = (value: start, rows: rows(of: whole))
            for part in [0.1, 0.25, 0.5, 1] {
                let value = start + (end - start) * part
                let rows = rows(with: knob, at: value)
                if let lost = before.rows.subtracting(rows).min() {
                    return """
                        \(knob.name) loosened from \(before.value) to \(value) loses \(place(lost.chunk, lost.row)). \
                        Looser finds every row that tighter finds: turn the knob's direction around, or the comparison
                        """
                }
                before = (value, rows)
            }
            return nil
        }
    }

    private func rows(with knob: Knob<S.Knobs>, at value: Double) -> Set<RowPlace> {
        var knobs = given.knobs
        knobs[keyPath: knob.path] = value
        let stage = S(knobs: knobs, model: model)
        return rows(of: zip(given.fixture, given.signals).map { stage.sight(of: $0, $1) })
    }

    private func rows(of sights: [Sight<S.Evidence>]) -> Set<RowPlace> {
        Set(
            sights.enumerated().flatMap { chunk, sight in
                sight.findings.filter { $0.weight == .opens }.map { RowPlace(chunk: chunk, row: $0.row) }
            })
    }
}

private struct RowPlace: Hashable, Comparable {
    let chunk: Int
    let row: Int

    static func < (left: RowPlace, right: RowPlace) -> Bool { (left.chunk, left.row) < (right.chunk, right.row) }
}
