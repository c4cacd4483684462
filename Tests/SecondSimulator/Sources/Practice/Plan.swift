import Statistics

/// How an organisation works from week to week, and what is true of it.
struct Plan {
    /// A way of working and the week it begins in.
    struct Phase {
        var week: Int
        var practice: Practice
    }

    /// How long it is watched.
    var weeks: Int
    /// Ways of working, from week 0 on.
    var phases: [Phase]
    /// What is true of it.
    var course = Course()
    /// Problems a week where there are hardly any; `nil` where they follow from the load.
    var trickle: Double?
    /// How much the catalogue grows in a year, as a share.
    var growth: Double
    /// The week in which a flood of problems begins, for eight weeks.
    var flood: Int?
    /// The week in which the person who does most leaves.
    var departure: Int?
    /// What it takes to keep a cause from coming back: what is left of it, as a share.
    var prevented: ClosedRange<Double> = 0.25...0.6

    /// The way of working in a week.
    func practice(in week: Int) -> Practice {
        phases.last { $0.week <= week }?.practice ?? phases[0].practice
    }

    init(_ scenario: Scenario, weeks: Int, chance: inout SplitMix64) {
        self.weeks = weeks
        var practice = Practice.ordinary(&chance)
        growth = chance.between(0, 0.25)
        switch scenario {
        case .year:
            (phases, course.steps) = Self.stages(to: 5, within: 0.76, of: weeks, practice, &chance)
            growth = chance.between(0.5, 0.9)
            prevented = 0.1...0.35
        case .regressing:
            phases = []
            fallBack(from: practice, &chance)
        case .tooLittle:
            phases = [Phase(week: 0, practice: practice)]
            if chance.happens(0.5) {
                self.weeks = 1
                trickle = chance.between(4, 20)
            } else {
                trickle = min(1.2, 9 / Double(weeks)) * chance.between(0.3, 1)
            }
        default:
            // Nobody who has more to do than can be done prevents much.
            if scenario == .noCapacity { prevented = 0.7...0.95 }
            let untouched = practice
            practice.stall(by: scenario, &chance)
            phases = [Phase(week: 0, practice: practice)]
            if scenario == .noDecision, chance.happens(0.3), weeks >= 20 {
                // A start was made, and nothing followed.
                phases = [
                    Phase(week: 0, practice: untouched), Phase(week: min(4, weeks / 6), practice: practice),
                ]
            }
        }
    }

    private mutating func fallBack(from practice: Practice, _ chance: inout SplitMix64) {
        let top = chance.one(of: [2, 3, 4])
        let week = Int(Double(weeks) * chance.between(0.58, 0.68))
        (phases, course.steps) = Self.stages(to: top, within: 0.4, of: weeks, practice, &chance)
        let reason = chance.one(of: Course.Reason.allCases)
        (course.fallsIn, course.reason) = (week, reason)
        var fallen = phases.last?.practice ?? practice
        switch reason {
        case .keyPersonLeft:
            departure = week
            fallen.capture = chance.between(0.25, 0.5)
            fallen.decisiveness = 0.05
        case .policyFlood:
            flood = week
        case .rankingAbandoned:
            fallen.wilful = chance.between(0.75, 1)
            fallen.order = chance.one(of: [.arrival, .newest, .loudest])
        }
        phases.append(Phase(week: week, practice: fallen))
    }
}
