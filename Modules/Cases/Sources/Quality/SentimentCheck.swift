import Statistics

/// Whether a reading of sentiment from texts may be shown: only if it agrees with what the desk's own people said in surveys.
///
/// Wanted are ``least`` answered surveys with a reading, ``leastOfEach`` of the dissatisfied and of the others, a reading that
/// ranks the dissatisfied higher (area under the curve of ``leastRanking`` or more), and probabilities that hold: over ten
/// groups of equal size by reading, the mean distance between what was read and what was said, Σ nₖ/n·|saidₖ - readₖ|, is at
/// most ``mostError`` above what chance alone gives a perfect reading of that many. Each language stands alone.
public struct SentimentCheck: Hashable, Sendable {
    /// A text that was read and whose writer answered a survey.
    public struct Reading: Hashable, Sendable {
        /// The probability, as read, that the writer is dissatisfied.
        public let probability: Double
        /// Whether they said they are.
        public let isDissatisfied: Bool

        /// A reading.
        public init(_ probability: Double, isDissatisfied: Bool) {
            precondition(probability >= 0 && probability <= 1, "a probability lies in 0 to 1, found \(probability)")
            self.probability = probability
            self.isDissatisfied = isDissatisfied
        }
    }

    /// Why a reading is not shown.
    public enum Fault: Hashable, Sendable {
        /// So few answered surveys have a reading.
        case few(Int)
        /// So few of the rarer answer.
        case oneSided(Int)
        /// It hardly ranks the dissatisfied higher.
        case ranking(Double)
        /// Its probabilities do not hold: they are off by so much on average, above what chance gives.
        case error(Double)
    }

    /// Answered surveys with a reading.
    public let count: Int
    /// Why the reading is not shown; `nil` where it may be.
    public let fault: Fault?

    /// Surveys without which nothing is shown.
    public static let least = 200
    /// The least of either answer.
    public static let leastOfEach = 30
    /// The least area under the curve.
    public static let leastRanking = 0.65
    /// The most that probabilities may be off on average, beyond chance.
    public static let mostError = 0.05
    private static let groups = 10

    /// So few answers that no reading is held against them.
    public init(answers: Int) {
        precondition(answers < Self.least, "as many answers are held against readings")
        (count, fault) = (answers, .few(answers))
    }

    /// Checks a reading against answers.
    public init(_ readings: [Reading]) {
        count = readings.count
        fault = Self.fault(readings)
    }

    private static func fault(_ readings: [Reading]) -> Fault? {
        guard readings.count >= least else { return .few(readings.count) }
        let unhappy = readings.count(where: \.isDissatisfied)
        let rarer = min(unhappy, readings.count - unhappy)
        guard rarer >= leastOfEach else { return .oneSided(rarer) }
        let ranking = RankingQuality(scores: readings.map(\.probability), happened: readings.map(\.isDissatisfied))
        guard let area = ranking?.areaUnderCurve, area >= leastRanking else {
            return .ranking(ranking?.areaUnderCurve ?? 0.5)
        }
        let error = error(readings)
        return error > mostError ? .error(error) : nil
    }

    /// The mean distance of the groups, less what it is expected to be where every probability holds: for a group of n with
    /// mean p, √(2p(1 - p)/πn), the mean absolute normal deviation.
    static func error(_ readings: [Reading]) -> Double {
        let ordered = readings.sorted { $0.probability < $1.probability }
        var excess = 0.0
        for group in 0..<groups {
            let members = ordered[ordered.count * group / groups..<ordered.count * (group + 1) / groups]
            guard !members.isEmpty else { continue }
            let n = Double(members.count)
            let read = members.reduce(0) { $0 + $1.probability } / n
            let said = Double(members.count(where: \.isDissatisfied)) / n
            excess += n * (abs(said - read) - (2 * read * (1 - read) / (Double.pi * n)).squareRoot())
        }
        return max(0, excess / Double(ordered.count))
    }
}
