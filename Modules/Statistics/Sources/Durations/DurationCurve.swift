#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How long things last, at exact times and of any length: the product-limit estimate with intervals.
///
/// S(t) = Π(1 - endedᵢ/at riskᵢ) over the times tᵢ ≤ t at which something ended. What goes on when it was last seen is at risk
/// until then and counts no further; of one time, endings come before what was last seen then. The variance is Greenwood's,
/// and bounds are those of log(-log S), which stay within 0 and 1.
///
/// Sources: E. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", 1958; J. Kalbfleisch and
/// R. Prentice, "The Statistical Analysis of Failure Time Data", 1980, for the bounds; R. Brookmeyer and J. Crowley, "A
/// confidence interval for the median survival time", Biometrics 38 (1982), for those of quantiles.
public struct DurationCurve: Hashable, Sendable {
    /// Something that lasted.
    public struct Observation: Hashable, Sendable {
        /// How long it was seen to last, in any unit; zero or more.
        public let length: Double
        /// Whether it ended then; `false` where it went on when it was last seen.
        public let ended: Bool

        /// Something that lasted.
        public init(_ length: Double, ended: Bool) {
            precondition(length >= 0 && length.isFinite, "a duration is finite and not below zero, found \(length)")
            self.length = length
            self.ended = ended
        }
    }

    /// A time at which something ended.
    struct Step: Hashable, Sendable {
        let time: Double
        /// S from here to the next step.
        let survival: Double
        /// Greenwood's Σ ended/(at risk·(at risk - ended)); infinite once nothing is left.
        let spread: Double
    }

    /// Observations.
    public let count: Int
    /// How many of them ended.
    public let ended: Int
    /// The longest of them. The estimate stays level after it, where the data say nothing more.
    public let longest: Double
    private let steps: [Step]

    /// Creates the estimate, or nil without observations.
    public init?(_ observations: [Observation]) { self.init(DurationSample(observations)) }

    /// Creates the estimate, or nil from an empty sample.
    public init?(_ sample: DurationSample) {
        guard let last = sample.groups.last else { return nil }
        count = sample.count
        ended = sample.groups.reduce(0) { $0 + $1.ended }
        longest = last.length
        var (steps, survival, spread, left) = ([Step](), 1.0, 0.0, count)
        for group in sample.groups {
            let (here, atRisk) = (Double(group.ended), Double(left))
            left -= group.count
            guard here > 0 else { continue }
            survival *= 1 - here / atRisk
            spread += here / (atRisk * (atRisk - here))
            steps.append(Step(time: group.length, survival: survival, spread: spread))
        }
        self.steps = steps
    }

    /// S(`time`): the probability of lasting longer.
    public func survival(at time: Double) -> Double { step(at: time)?.survival ?? 1 }

    /// The bounds of S(`time`); `nil` before the first ending and once nothing is left, where the data give none.
    public func interval(at time: Double, confidence: Double = 0.95) -> ClosedRange<Double>? {
        step(at: time).flatMap { bounds($0, confidence) }
    }

    /// The first time by which the share `p` has ended; `nil` where less than that is known to.
    public func quantile(_ p: Double) -> Double? {
        precondition(p > 0 && p < 1, "a share that has ended lies between 0 and 1, found \(p)")
        return steps.first { $0.survival <= 1 - p + 1e-12 }?.time
    }

    /// The bounds of ``quantile(_:)``: the times at which 1 - p lies within the bounds of S. A bound that the data do not
    /// reach is `nil`.
    public func interval(ofQuantile p: Double, confidence: Double = 0.95) -> (low: Double?, high: Double?) {
        precondition(p > 0 && p < 1, "a share that has ended lies between 0 and 1, found \(p)")
        let low = steps.first { (bounds($0, confidence)?.lowerBound ?? 0) <= 1 - p }
        let high = steps.first { bounds($0, confidence).map { $0.upperBound <= 1 - p } ?? false }
        return (low?.time, high?.time)
    }

    /// The mean duration within the time up to a horizon: the area under S.
    public func restrictedMean(until horizon: Double) -> Double {
        precondition(horizon >= 0, "a horizon is not below zero, found \(horizon)")
        var (area, from, survival) = (0.0, 0.0, 1.0)
        for step in steps.prefix(while: { $0.time < horizon }) {
            area += survival * (step.time - from)
            (from, survival) = (step.time, step.survival)
        }
        return area + survival * (horizon - from)
    }

    private func step(at time: Double) -> Step? {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : steps[low - 1]
    }

    private func bounds(_ step: Step, _ confidence: Double) -> ClosedRange<Double>? {
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        guard step.survival > 0 else { return nil }
        let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
        let reach = exp(z * step.spread.squareRoot() / -log(step.survival))
        return pow(step.survival, reach)...pow(step.survival, 1 / reach)
    }
}
