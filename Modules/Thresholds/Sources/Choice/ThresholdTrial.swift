import FlywheelKit

/// What was tried of one knob on the past: its values, and what each of them would have found.
public struct ThresholdTrial: Hashable, Sendable {
    /// The values, ascending; the one in force is among them.
    public let values: [Double]
    /// The place of the value in force.
    public let current: Int
    /// Weeks looked at.
    public let weeks: Int
    /// Days a week that people have for the queue, all of them together; `nil` where nobody said.
    public let operatorDaysPerWeek: Double?
    /// What any of the values finds.
    public let candidates: [Candidate]

    /// A trial.
    ///
    /// - Precondition: `values` ascend, `current` is one of their places, and every candidate has a sight for each.
    public init(
        values: [Double], current: Int, weeks: Int, operatorDaysPerWeek: Double?, candidates: [Candidate]
    ) {
        precondition(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "values of a knob ascend")
        precondition(values.indices.contains(current), "the value in force is among those tried")
        precondition(candidates.allSatisfy { $0.sights.count == values.count }, "a sight for each value")
        self.values = values
        self.current = current
        self.weeks = weeks
        self.operatorDaysPerWeek = operatorDaysPerWeek
        self.candidates = candidates
    }

    /// The part of it that lies in some weeks.
    func limited(to range: Range<Int>) -> ThresholdTrial {
        ThresholdTrial(
            values: values, current: current, weeks: range.count, operatorDaysPerWeek: operatorDaysPerWeek,
            candidates: candidates.filter { range.contains($0.week) })
    }

    /// Values to try around the one in force: `steps` on either side, evenly, at most a share of it away and inside its
    /// range.
    ///
    /// - Parameter wish: a value that somebody wishes for; as far as a week allows, it is tried as well.
    /// - Returns: the values, ascending, and the place of the one in force; `nil` where that lies outside its range.
    public static func grid(
        around value: Double, in range: ClosedRange<Double>, step: Double, steps: Int = 2, wish: Double? = nil
    ) -> (values: [Double], current: Int)? {
        let reach = range.reach(of: step, around: value)
        let even = (-steps...steps).map { value + reach * Double($0) / Double(steps) }
        let tried = even + (wish.map { [min(max($0, value - reach), value + reach)] } ?? [])
        let kept = Set(tried.filter { range.contains($0) }).sorted()
        return kept.firstIndex(of: value).map { (kept, $0) }
    }
}
