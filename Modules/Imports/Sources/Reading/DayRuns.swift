import FlywheelKit

/// Days, as runs of days that follow one another.
struct DayRuns: Hashable, Sendable {
    /// The runs from the first to the last, with a day or more between each two.
    private(set) var runs: [ClosedRange<Day>] = []

    /// Adds the days of `run`.
    mutating func insert(_ run: ClosedRange<Day>) {
        // Behind the last run that ends before the day in front of this one.
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound.advanced(by: 1) < run.lowerBound { low = middle + 1 } else { high = middle }
        }
        let end = runs[low...].firstIndex { $0.lowerBound > run.upperBound.advanced(by: 1) } ?? runs.endIndex
        let met = runs[low..<end]
        if met.count == 1, met[low].contains(run.lowerBound), met[low].contains(run.upperBound) { return }
        let first = met.first.map { min($0.lowerBound, run.lowerBound) } ?? run.lowerBound
        let last = met.last.map { max($0.upperBound, run.upperBound) } ?? run.upperBound
        runs.replaceSubrange(low..<end, with: CollectionOfOne(first...last))
    }

    /// Adds the days of another.
    mutating func formUnion(_ other: DayRuns) {
        for run in other.runs { insert(run) }
    }

    /// The days from the first to the last; nil where there are none.
    var span: ClosedRange<Day>? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.lowerBound...last.upperBound
    }

    /// The days between two runs, where they are as many as `days` or more.
    func gaps(of days: Int) -> [ClosedRange<Day>] {
        zip(runs, runs.dropFirst()).compactMap { before, after in
            let gap = before.upperBound.advanced(by: 1)...after.lowerBound.advanced(by: -1)
            return gap.count >= days ? gap : nil
        }
    }
}
