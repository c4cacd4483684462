/// Finds bursts: many events within a window of time, where so many at once are improbable.
///
/// A window that slides over the events is too full when it holds at least so many of them, and when a Poisson count at the
/// usual rate holds as many with no more than a stated probability. Windows that are too full and share an event are one
/// burst. The usual rate is that of all events before the window, earlier bursts among them, so that what comes in bursts
/// again and again becomes usual; one event is added, since a rate of zero is never known. A scan statistic in the sense of
/// J. Naus, "The distribution of the size of the maximum cluster of points on a line", JASA 60 (1965), with the probability
/// of one window, and the many windows left to the stated probability.
public struct BurstScan: Hashable, Sendable {
    /// Seconds that a window lasts, its end not included.
    public let window: Int64
    /// The fewest events that are a burst, however improbable.
    public let least: Int
    /// The probability at the usual rate below which a window is too full.
    public let improbable: Double
    /// Seconds before a window that its usual rate is taken from.
    public let baseline: Int64

    /// A scan.
    ///
    /// - Parameters:
    ///   - improbable: of one window. A million windows with nothing wrong give one false burst at the default; that is
    ///     what fifty codes come to in ten years of windows of four hours.
    ///   - baseline: seconds before a window that its usual rate is taken from, four weeks when left out.
    /// - Precondition: all are above zero, `least` is at least 2.
    public init(window: Int64, least: Int, improbable: Double = 1e-6, baseline: Int64 = 28 * 86_400) {
        precondition(window > 0 && baseline > 0, "a window and a baseline last some time")
        precondition(least >= 2 && improbable > 0, "one event is no burst")
        self.window = window
        self.least = least
        self.improbable = improbable
        self.baseline = baseline
    }

    /// The bursts among events, in their order; the order of `times` changes nothing.
    ///
    /// Takes n log n steps for n events.
    ///
    /// - Parameter times: when each event came, in seconds; equal ones are several events.
    public func bursts(in times: [Int64]) -> [Burst] {
        guard times.count >= least else { return [] }
        let times = times.sorted()
        var bursts: [Burst] = []
        // The first event of the baseline, and the first after the window.
        var (before, after) = (0, 0)
        var current: (range: Range<Int>, expected: Double, probability: Double)?
        for start in times.indices {
            while after < times.count, times[after] < times[start] + window { after += 1 }
            while times[before] < times[start] - baseline { before += 1 }
            // Of equal times the first begins the fullest window, and the others are no past of it.
            guard after - start >= least, start == 0 || times[start - 1] < times[start] else { continue }
            let expected = Double(start - before + 1) * Double(window) / Double(baseline)
            let probability = Self.probability(ofAtLeast: after - start, expecting: expected)
            guard probability <= improbable else { continue }
            if let open = current, open.range.upperBound > start {
                current = (open.range.lowerBound..<after, open.expected, min(open.probability, probability))
            } else {
                if let done = current { bursts.append(Self.burst(done, in: times)) }
                current = (start..<after, expected, probability)
            }
        }
        if let done = current { bursts.append(Self.burst(done, in: times)) }
        return bursts
    }

    /// The probability that a Poisson count of a mean is `count` or more: P(count, mean), the regularised lower incomplete
    /// gamma function. Source: NIST Digital Library of Mathematical Functions 8.17, 8.4.10.
    ///
    /// - Precondition: `count` is above zero, `mean` zero or more.
    public static func probability(ofAtLeast count: Int, expecting mean: Double) -> Double {
        SpecialFunctions.regularisedGammaP(Double(count), mean)
    }

    private static func burst(
        _ found: (range: Range<Int>, expected: Double, probability: Double), in times: [Int64]
    ) -> Burst {
        Burst(
            first: times[found.range.lowerBound], last: times[found.range.upperBound - 1], count: found.range.count,
            expected: found.expected, probability: found.probability)
    }
}
