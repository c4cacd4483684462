/// A yearly course that came earlier or later than the year before.
///
/// Two years that both swing by more than chance, do not agree week by week, and agree once one of them is moved. A smoothed
/// year of a steady rate has a mean square of a fifth of its weeks' scatter; four times as much has it once in fifty
/// thousand years (χ² with ten degrees of freedom). A demand that wanders can look like two courses: in 2,000 simulated
/// pairs of years 0 to 0.5 % did and had their peak in the last quarter, the most of them where the level wandered by a tenth a week;
/// of levels that doubled once 1.7 %, wherever they peaked.
public struct MovedCourse: Hashable, Sendable {
    /// Weeks by which the second year's course is later than the first's; below zero where it is earlier.
    public let weeksLater: Int
    /// The week of the second year in which it was highest, the first being 0.
    public let peak: Int

    /// What moved by less is weather.
    private static let leastWeeks = 4
    /// Beyond that another part of the year would be taken for this one.
    private static let mostWeeks = 20
    private static let leastSwing = 4.0
    private static let leastCorrelation = 0.85
    /// How much better the years must agree once moved.
    private static let leastGain = 0.25

    /// The move that two years show.
    ///
    /// - Parameter rates: 104 weekly rates, zero or more, oldest first.
    /// - Returns: nil where the years agree as they are, where moving does not make them agree, or a year shows no course.
    public init?(rates: [Double]) {
        guard let years = YearOfRates.both(of: rates), years.allSatisfy(Self.swings) else { return nil }
        let (before, now) = (years[0].course, years[1].course)
        let agreement = (-Self.mostWeeks...Self.mostWeeks).map { weeks in
            (weeks: weeks, correlation: YearlyCourse.correlation(Self.moved(before, by: weeks), now))
        }
        guard let best = agreement.max(by: { $0.correlation < $1.correlation }), abs(best.weeks) >= Self.leastWeeks,
            best.correlation >= Self.leastCorrelation,
            best.correlation - agreement[Self.mostWeeks].correlation >= Self.leastGain
        else { return nil }
        weeksLater = best.weeks
        peak = now.indices.max { now[$0] < now[$1] } ?? 0
    }

    private static func swings(_ year: YearOfRates) -> Bool {
        let square = year.course.reduce(0) { $0 + $1 * $1 } / Double(year.course.count)
        return square > 0 && square >= leastSwing * year.scatter / 5
    }

    private static func moved(_ course: [Double], by weeks: Int) -> [Double] {
        course.indices.map { course[($0 - weeks + course.count) % course.count] }
    }
}
