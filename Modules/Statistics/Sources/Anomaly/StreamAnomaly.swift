/// Scores each value of any stream of numbers by how odd it is beside those before it: in one pass, without a look ahead,
/// without a setting, in 22 kB.
///
/// Four witnesses say how many times as far off as usual a value is:
///
/// - from the level of the last few values: a jump;
/// - from values at the same time of day before, or on the same day of the week where values come once or twice a day;
/// - from the level of the last thousand, on average over a spell of 16 values: it stays away;
/// - from the season, on average over a spell of 64: a day unlike the days before.
///
/// How far off is far is another matter in each stream and for each witness. So each distance is turned into how rarely one
/// as large has been seen before (``TailRarity``), which is comparable everywhere. The evidence is the mean of the four
/// rarities, or half the largest one where that is more: what all see is worth more than what one sees twice as clearly.
/// An alarm is news once: until evidence is above what it was then, less half every 300 values, it counts half.
///
/// The score is evidence e as e / (e + 4.5), which no rounding makes 1: 0.5 and more is worth a look. On simulated streams
/// of values drawn alike, whatever their distribution, eighteen in ten thousand at most scored so.
public struct StreamAnomaly: Sendable {
    private var jump = LevelDistance(halfLife: 2)
    private var level = LevelDistance(halfLife: 1_000)
    private var season = SeasonDistance()
    private var spell = Spell(halfLife: 16)
    private var day = Spell(halfLife: 64)
    private var tails = [TailRarity](repeating: TailRarity(), count: 4)
    private var alarm = NewsOnce(halfLife: 300)
    private var beginning = FlatBeginning()

    /// The evidence that scores one half.
    public static let notableEvidence = 4.5
    /// Larger values are taken for this one, so that no difference of two is infinite.
    private static let mostMagnitude = 1e150

    /// Nothing seen.
    public init() {}

    /// How odd the next value is, from 0 to below 1.
    ///
    /// - Parameters:
    ///   - value: finite.
    ///   - seconds: when it was, since a midnight; not before the value before it.
    ///   - ahead: by how many seconds the clock that people went by was ahead of that: the time of day is its.
    public mutating func score(_ value: Double, at seconds: Int64, ahead: Int64 = 0) -> Double {
        let evidence = alarm.damped(evidence(value, at: seconds, ahead: ahead))
        if beginning.ends(with: value) { beginAgain(value, at: seconds, ahead: ahead) }
        return evidence / (evidence + Self.notableEvidence)
    }

    /// What never changed says nothing of how far values lie apart once they do, and its end is news that hides no other.
    private mutating func beginAgain(_ value: Double, at seconds: Int64, ahead: Int64) {
        let beginning = beginning
        self = StreamAnomaly()
        self.beginning = beginning
        _ = evidence(value, at: seconds, ahead: ahead)
    }

    private mutating func evidence(_ value: Double, at seconds: Int64, ahead: Int64) -> Double {
        let value = min(Self.mostMagnitude, max(-Self.mostMagnitude, value))
        let (unusual, offSeason) = (level.next(value), season.next(value, at: seconds, ahead: ahead))
        let distances = [jump.next(value), offSeason, unusual.map { spell.mean($0) }, offSeason.map { day.mean($0) }]
        var (sum, largest) = (0.0, 0.0)
        for (witness, distance) in distances.enumerated() {
            guard let distance else { continue }
            let rarity = tails[witness].rarity(of: distance)
            // What is beyond all measure is odd, and measures nothing that comes later.
            if distance < UsualSize.most { tails[witness].add(distance) }
            sum += rarity
            largest = max(largest, rarity)
        }
        return max(sum / Double(distances.count), largest / 2)
    }
}

/// A mean over the last few distances, which begins as if nothing had been far off. One beyond all measure is no part of it.
private struct Spell {
    private let weight: Double
    private var value = 0.0

    init(halfLife values: Double) { weight = FadingMean(halfLife: values).weight }

    mutating func mean(_ next: Double) -> Double {
        guard next < UsualSize.most else { return next }
        value += weight * (next - value)
        return value
    }
}

/// The values of a beginning that are all the same.
private struct FlatBeginning {
    private var value: Double?
    private var count = 0

    /// Whether a value is the first other one after so many that they were a level to be left.
    mutating func ends(with next: Double) -> Bool {
        guard count >= 0, next != value ?? next else {
            if count >= 0 { (value, count) = (next, count + 1) }
            return false
        }
        defer { count = -1 }
        return count >= UsualSize.fewest
    }
}

/// Lets evidence through when it is news, and half of it when there was more a while ago.
private struct NewsOnce {
    private let rest: Double
    private var peak = 0.0

    init(halfLife values: Double) { rest = 1 - FadingMean(halfLife: values).weight }

    mutating func damped(_ evidence: Double) -> Double {
        peak *= rest
        guard evidence > peak else { return evidence / 2 }
        peak = evidence
        return evidence
    }
}
