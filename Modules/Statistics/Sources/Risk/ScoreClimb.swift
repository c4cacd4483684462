#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The way to the points that fit best: see ``AdditiveScore/fitted(to:happened:intervals:ridge:)``.
struct ScoreClimb {
    /// One part: its intervals, the interval of each sample, and what has been found so far.
    private struct Part {
        let name: String
        let trend: ScoreColumn.Trend
        let ridge: Double
        let limits: [Double]
        /// Of each sample; the place after the last interval is of values that are not known.
        let places: [Int]
        var points: [Double]

        /// Without limits all samples lie in one interval.
        init(_ column: ScoreColumn, limits: [Double], ridge: Double) {
            name = column.name
            trend = column.trend
            self.ridge = ridge
            self.limits = limits
            places = column.values.map { $0.map { ScorePart.interval(of: $0, limits) } ?? limits.count + 1 }
            points = [Double](repeating: 0, count: limits.count + 2)
        }

        var penalty: Double { ridge / 2 * points.reduce(0) { $0 + $1 * $1 } }
        var mean: Double { places.reduce(0) { $0 + points[$1] } / Double(places.count) }
    }

    /// What a sample has to gain in a round for the climb to go on.
    private static let leastGain = 1e-10
    /// Every step climbs, so this only bounds the time.
    private static let mostRounds = 1_000

    private let happened: [Double]
    /// The first is the base: one interval that all samples are in, and no ridge.
    private var parts: [Part]
    /// The log odds of each sample.
    private var logOdds: [Double]

    init(_ columns: [ScoreColumn], happened: [Bool], intervals: Int, ridge: Double) {
        self.happened = happened.map { $0 ? 1 : 0 }
        logOdds = [Double](repeating: 0, count: happened.count)
        let base = ScoreColumn("base", .any, logOdds)
        parts =
            [Part(base, limits: [], ridge: 0)]
            + columns.map { Part($0, limits: $0.limits(intervals: intervals), ridge: ridge) }
    }

    mutating func run() {
        var value = self.value
        for _ in 0..<Self.mostRounds {
            let before = value
            for part in parts.indices { value = move(part, from: value) }
            if value - before < Self.leastGain * Double(happened.count) { break }
        }
    }

    /// Σ y·η - ln(1 + eᵑ) less the penalties, written so that no exponential overflows.
    private var value: Double {
        let likelihood = zip(happened, logOdds).reduce(0) { sum, sample in
            let (happened, logOdds) = sample
            return sum + happened * logOdds - max(0, logOdds) - log1p(exp(-abs(logOdds)))
        }
        return likelihood - parts.reduce(0) { $0 + $1.penalty }
    }

    /// Moves one part as far towards its goal as that climbs, and says how high that is.
    private mutating func move(_ index: Int, from value: Double) -> Double {
        let (points, logOdds) = (parts[index].points, logOdds)
        let goal = goal(of: parts[index])
        var length = 1.0
        while length > 1e-6 {
            // Between two sets of rising points all others rise as well.
            parts[index].points = zip(points, goal).map { $0 + length * ($1 - $0) }
            let moves = zip(parts[index].points, points).map { $0 - $1 }
            for (sample, place) in parts[index].places.enumerated() {
                self.logOdds[sample] = logOdds[sample] + moves[place]
            }
            let reached = self.value
            if reached >= value { return reached }
            length /= 2
        }
        (parts[index].points, self.logOdds) = (points, logOdds)
        return value
    }

    /// Where Newton's step leads, held to the part's trend.
    private func goal(of part: Part) -> [Double] {
        var slope = part.points.map { -part.ridge * $0 }
        var curvature = part.points.map { _ in part.ridge }
        for (sample, place) in part.places.enumerated() {
            let probability = 1 / (1 + exp(-logOdds[sample]))
            slope[place] += happened[sample] - probability
            curvature[place] += probability * (1 - probability)
        }
        let free = part.points.indices.map { place in
            part.points[place] + (curvature[place] > 0 ? slope[place] / curvature[place] : 0)
        }
        let sign: Double
        switch part.trend {
        case .any: return free
        case .rising: sign = 1
        case .falling: sign = -1
        }
        let known = IsotonicRegression.rising(free.dropLast().map { sign * $0 }, weights: curvature.dropLast())
        return known.map { sign * $0 } + free.suffix(1)
    }

    /// The tables, each about its mean.
    var score: AdditiveScore {
        AdditiveScore(base: parts.reduce(0) { $0 + $1.mean }, parts: parts.dropFirst().map(Self.table))
    }

    private static func table(of part: Part) -> ScorePart {
        let mean = part.mean
        var (limits, points): ([Double], [Double]) = ([], [])
        for (interval, found) in part.points.dropLast().enumerated() {
            if let last = points.last {
                guard abs(found - mean - last) > 1e-6 else { continue }
                limits.append(part.limits[interval - 1])
            }
            points.append(found - mean)
        }
        let unknown = part.places.contains(part.limits.count + 1) ? (part.points.last ?? mean) - mean : 0
        return ScorePart(name: part.name, limits: limits, points: points, unknown: unknown)
    }
}
