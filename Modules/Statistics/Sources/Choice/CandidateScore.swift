/// How one method did in a back-test, over the same origins as all others; dearer methods over the last few of them.
public struct CandidateScore: Hashable, Sendable {
    /// The method's name: "combination", "tsb".
    public let method: String
    /// The root mean squared error over all origins and periods, over that of the naive forecast one step ahead.
    public let scaledError: Double
    /// The mean of forecast − actual, in units a period: above zero where too much was forecast.
    public let bias: Double

    /// A method's name, its scaled error and its bias.
    public init(method: String, scaledError: Double, bias: Double) {
        self.method = method
        self.scaledError = scaledError
        self.bias = bias
    }
}

/// Adds up what a candidate missed.
struct CandidateRecord {
    let method: String
    private var squares = 0.0
    private var misses = 0.0
    private var periods = 0.0

    init(_ method: String) {
        self.method = method
    }

    mutating func add(_ forecast: [Double], _ series: MaskedSeries, after origin: Int) {
        for step in forecast.indices where series.exposure[origin + 1 + step] > 0 {
            let miss = forecast[step] - series.values[origin + 1 + step]
            squares += miss * miss
            misses += miss
            periods += 1
        }
    }

    var squaredError: Double? { periods > 0 ? squares / periods : nil }

    /// 1 − the root mean squared error over that of another candidate from the same origins.
    func valueAdded(over other: CandidateRecord) -> Double? {
        guard let squaredError, let theirs = other.squaredError, theirs > 0 else { return nil }
        return 1 - (squaredError / theirs).squareRoot()
    }

    /// - Parameter scale: the mean squared error of the naive forecast; nil where the series never changed.
    func score(_ scale: Double?) -> CandidateScore? {
        guard let squaredError, let scale else { return nil }
        return CandidateScore(
            method: method, scaledError: (squaredError / scale).squareRoot(), bias: misses / periods)
    }
}
