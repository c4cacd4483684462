import Foundation

/// The score of the Numenta Anomaly Benchmark (A. Lavin and S. Ahmad, "Evaluating real-time anomaly detection algorithms",
/// 2015): 100 for a detector that raises one alarm at the start of each window and none elsewhere, 0 for one that raises none.
struct Scoring {
    /// What a false point and a missed window cost; a window that is found is worth 1.
    struct Profile {
        let name: String
        let falsePoint: Double
        let missedWindow: Double

        static let all = [
            Profile(name: "standard", falsePoint: 0.11, missedWindow: 1),
            Profile(name: "low FP", falsePoint: 0.22, missedWindow: 1),
            Profile(name: "low FN", falsePoint: 0.11, missedWindow: 2),
        ]
    }

    /// What a threshold comes to.
    struct Outcome {
        var threshold = Double.infinity
        var raw = 0.0
        var found = 0
        var falsePoints = 0
    }

    /// A point that is scored, and what an alarm there is worth: of a window, the best of its points counts.
    private struct Point {
        let score: Double
        let window: Int?
        let worth: Double
    }

    let profile: Profile
    let windows: Int
    private var points: [Point] = []

    init(_ streams: [LabelledStream], scores: [[Double]], profile: Profile) {
        self.profile = profile
        var windows = 0
        for (stream, scores) in zip(streams, scores) {
            let worths = Self.worths(of: stream, profile: profile)
            for index in stream.probation..<scores.count {
                let window = stream.windows.firstIndex { $0.contains(index) }
                points.append(Point(score: scores[index], window: window.map { windows + $0 }, worth: worths[index]))
            }
            windows += stream.windows.count
        }
        self.windows = windows
        points.sort { $0.score > $1.score }
    }

    /// 100 × (raw − null) / (perfect − null).
    func score(_ outcome: Outcome) -> Double {
        let none = -profile.missedWindow * Double(windows)
        return 100 * (outcome.raw - none) / (Double(windows) - none)
    }

    /// What the threshold comes to that does best; among equals the highest.
    func best() -> Outcome { outcomes().max { $0.raw < $1.raw } ?? Outcome() }

    /// What a threshold comes to: points of this score and more are alarms.
    func outcome(at threshold: Double) -> Outcome { outcomes().last { $0.threshold >= threshold } ?? Outcome() }

    /// What each score that occurs comes to as a threshold, from the highest on.
    private func outcomes() -> [Outcome] {
        var worths = [Double](repeating: -profile.missedWindow, count: windows)
        var now = Outcome(raw: -profile.missedWindow * Double(windows))
        var outcomes = [now]
        for (index, point) in points.enumerated() {
            now.threshold = point.score
            if let window = point.window {
                if worths[window] == -profile.missedWindow { now.found += 1 }
                now.raw += max(0, point.worth - worths[window])
                worths[window] = max(worths[window], point.worth)
            } else {
                now.falsePoints += 1
                now.raw += point.worth
            }
            if index + 1 == points.count || points[index + 1].score < point.score { outcomes.append(now) }
        }
        return outcomes
    }

    /// s(y) = 2 / (1 + e^5y) − 1, from 1 for early to −1 for late.
    private static func sigmoid(_ y: Double) -> Double { 2 / (1 + exp(5 * y)) - 1 }

    private static func worths(of stream: LabelledStream, profile: Profile) -> [Double] {
        var last: ClosedRange<Int>?
        return stream.values.indices.map { index in
            if let window = stream.windows.first(where: { $0.contains(index) }) {
                last = window
                let left = Double(window.upperBound - index + 1) / Double(window.count)
                return sigmoid(-left) / sigmoid(-1)
            }
            guard let last else { return -profile.falsePoint }
            let distance = Double(index - last.upperBound) / Double(last.count - 1)
            return profile.falsePoint * (distance > 3 ? -1 : sigmoid(distance))
        }
    }
}
