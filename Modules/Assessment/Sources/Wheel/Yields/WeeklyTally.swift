import FlywheelKit
import Statistics

/// A share counted by week: what came, what of it passed on, and what did not.
struct WeeklyTally {
    /// What passed on, by week; below zero only where a measure counts against.
    private(set) var part: [Double]
    /// What came, by week.
    private(set) var whole: [Double]
    /// How many events that is, by week.
    private(set) var counts: [Int]
    private var short: [(at: Instant, record: HistoryRecord)] = []
    private let kept: Int

    init(weeks: Int, kept: Int) {
        part = [Double](repeating: 0, count: weeks)
        whole = part
        counts = [Int](repeating: 0, count: weeks)
        self.kept = kept
    }

    /// Events from a week on.
    func count(from first: Int) -> Int { counts.dropFirst(first).reduce(0, +) }

    /// Counts an event of a weight, the part of it that passed on, and what to name where that is little.
    mutating func add(week: Int, passing: Double, of weight: Double = 1, _ record: HistoryRecord, at: Instant) {
        part[week] += passing
        whole[week] += weight
        counts[week] += 1
        guard passing <= weight / 2 else { return }
        short.append((at, record))
        // Sorted only now and then, so that a million of them cost no more than a look at each.
        if short.count > 50 * max(1, kept) { short = newest(kept) }
    }

    /// Counts an event of weight one that passed on or did not.
    mutating func add(week: Int, _ passed: Bool, _ record: HistoryRecord, at: Instant) {
        add(week: week, passing: passed ? 1 : 0, record, at: at)
    }

    /// Counts what is not an event, such as time.
    mutating func add(week: Int, part: Double, whole: Double) {
        self.part[week] += part
        self.whole[week] += whole
        counts[week] += whole > 0 ? 1 : 0
    }

    /// What fell short, newest first.
    var shortest: [HistoryRecord] { newest(kept).map(\.record) }

    private func newest(_ limit: Int) -> [(at: Instant, record: HistoryRecord)] {
        Array(short.sorted { ($0.at, $0.record.number) > ($1.at, $1.record.number) }.prefix(limit))
    }

    /// The newest weeks alone, which end when these do.
    func newest(_ window: WheelWindow) -> WeeklyTally {
        var tally = WeeklyTally(weeks: window.weeks, kept: kept)
        tally.part = part.suffix(window.weeks)
        tally.whole = whole.suffix(window.weeks)
        tally.counts = counts.suffix(window.weeks)
        tally.short = short.filter { $0.at > window.from }
        return tally
    }

    /// What a week counts for: as much as came in it, but no more than one and a half ordinary weeks, so that a burst does not
    /// stand for half a year.
    var weights: [Double] {
        let ordinary = Robust.median(of: whole.filter { $0 > 0 }) ?? 0
        return whole.map { $0 > 0 ? min(1, 1.5 * ordinary / $0) : 0 }
    }
}

/// A tally whose weeks are weighed, to take its share of many drawings of them.
struct WeighedTally {
    private let part: [Double]
    private let whole: [Double]

    /// Weighs the weeks from `first` on; those before it count for nothing.
    init(_ tally: WeeklyTally, from first: Int) {
        let weights = tally.weights.enumerated().map { $0.offset < first ? 0 : $0.element }
        part = zip(tally.part, weights).map(*)
        whole = zip(tally.whole, weights).map(*)
    }

    /// The share over all weeks, 0 to 1; `nil` where nothing came.
    var share: Double? { Self.share(part.reduce(0, +), whole.reduce(0, +)) }

    /// The share of one drawing of the weeks.
    func share(of drawing: [Double]) -> Double? {
        var (passed, came) = (0.0, 0.0)
        for week in drawing.indices {
            passed += part[week] * drawing[week]
            came += whole[week] * drawing[week]
        }
        return Self.share(passed, came)
    }

    private static func share(_ part: Double, _ whole: Double) -> Double? {
        whole > 0 ? max(0, min(1, part / whole)) : nil
    }
}
