import Statistics

/// How an organisation works over its weeks: one phase after the other.
struct Course: Sendable {
    /// What comes over an organisation when a phase begins.
    enum Event: Hashable, Sendable {
        /// The one who does most leaves.
        case departure
        /// A policy brings so many times as much of one kind.
        case flood(Double)
    }

    /// A part of the course.
    struct Phase: Sendable {
        /// The share of the weeks after which it begins.
        var from: Double
        /// How the organisation works in it.
        var dials: Dials
        /// What begins it.
        var event: Event?
    }

    /// The phases, first one first; the first begins at once.
    var phases: [Phase]

    /// A course of these phases.
    init(phases: [Phase]) { self.phases = phases }

    /// The course of a scenario.
    init(_ scenario: Scenario, _ chance: inout SplitMix64) {
        var dials = Dials.ordinary(&chance)
        switch scenario {
        case .year: phases = Self.cycle(dials, &chance)
        case .regressing: phases = Self.regress(dials, &chance)
        default:
            dials.set(scenario, &chance)
            phases = [Phase(from: 0, dials: dials)]
        }
    }

    /// The number of the phase in force after a share of the weeks.
    func phase(at share: Double) -> Int { phases.lastIndex { $0.from <= share } ?? 0 }
}

extension Dials {
    /// Sets what a scenario of one phase sets.
    fileprivate mutating func set(_ scenario: Scenario, _ chance: inout SplitMix64) {
        switch scenario {
        case .noRanking: takeInOrder(chance.draw(0...0.3), &chance)
        case .noCapacity: load = chance.draw(1.25...2)
        case .noCapture:
            captured = chance.draw(0.05...0.4)
            vanishing = chance.draw(0.2...0.8)
            repeating = chance.draw(0.2...0.4)
        case .noDecision:
            weeksToDecision = chance.happens(0.6) ? nil : chance.draw(16...30)
            repeating = chance.draw(0.2...0.45)
        case .weeklyDetection:
            let way = chance.below(3)
            if way != 1 { turnsPerWeek = 1 }
            if way != 0 {
                foundByPeople = chance.draw(0.55...0.9)
                foundAfterDays = chance.draw(4...9)
            }
        case .noVerification:
            let way = chance.below(3)
            if way != 1 {
                complete = 0
                weeksToComplete = 4 + chance.below(6)
            }
            if way != 0 {
                fixing = chance.draw(0.4...0.7)
                leftRefuted = chance.draw(0.8...1)
            }
        case .healthy, .regressing, .year: break
        }
    }
}
