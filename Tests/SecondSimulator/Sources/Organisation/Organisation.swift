import FlywheelKit
import Statistics

/// A seller as drawn: how large, when people work, what it sells, how its year goes.
struct Organisation {
    /// The kinds of seller there are.
    enum Shape: CaseIterable {
        case tiny, ordinary, big, nightShift, seasonal
    }

    var currency: Currency
    /// How many seller accounts it has.
    var accounts: Int
    /// Places in ``Catalogue/kinds`` of what can happen here, and how often each does, relative to the others.
    var kinds: [(kind: Int, weight: Double)]
    /// Places in ``Catalogue/workflows`` that are installed.
    var workflows: [Int]
    /// Midnight, in UTC, of the first day.
    var midnight: Instant
    var people: [Person]
    /// Seconds of work in one shift.
    var shift: Int64
    /// Days on which nobody works, by number from the first.
    var holidays: Set<Int>
    /// Whether people work at weekends.
    var worksWeekends: Bool
    /// Hours a week that people have together.
    var hours: Double
    /// Mean minutes that a problem takes.
    var minutes: Double
    /// Problems a week that begin by themselves, at the start.
    var problems: Double
    var listings: Int
    /// How far the year swings either way, as a share, and the day it peaks on.
    var swing: Double
    var peak: Int
    /// How much more sells in the five weeks around the peak.
    var rush: Double
    /// Problems that follow one that was mended, in the mean.
    var relapse: Double
    /// The share of problems whose beginning the facts tell.
    var onsetKnown: Double
    /// The share of problems whose minutes are known.
    var minutesKnown: Double
    var knowsHours: Bool
    /// The share of rows that a rule gives an owner.
    var routed: Double
    /// Days from one meeting of managers to the next.
    var meetingDays: Int
    /// Seconds after midnight at which the first turn of a day looks.
    var firstTurn: Int64

    init(_ plan: Plan, _ chance: inout SplitMix64) {
        let shape = chance.one(of: Shape.allCases)
        let days = plan.weeks * 7
        currency = chance.one(of: ["EUR", "USD", "GBP", "JPY"].compactMap { Currency($0) })
        accounts = shape == .tiny ? 1 : chance.one(of: [1, 1, 2, 3])
        let count = shape == .tiny ? 2 : 2 + Int(chance.uniform() * 4)
        workflows = Array(Array(0..<5).shuffled(using: &chance).prefix(count)).sorted()
        let installed = Set(workflows)
        kinds = Catalogue.kinds.indices.filter { installed.contains(Catalogue.kinds[$0].workflow) }
            .map { ($0, chance.between(0.4, 1.6)) }
        // Mondays of 2023 to 2025, so that weeks begin as calendars do.
        midnight = Instant(seconds: 1_672_617_600 + Int64(chance.uniform() * 150) * 604_800)
        worksWeekends = shape == .nightShift || chance.happens(0.15)
        shift = Int64(shape == .tiny ? chance.between(2, 4) : chance.between(5, 7)) * 3_600
        let starts: Int64 = (shape == .nightShift ? 21 : Int64(chance.between(7, 10))) * 3_600
        let team =
            switch shape {
            case .tiny: 1 + Int(chance.uniform() * 2)
            case .big: 8 + Int(chance.uniform() * 6)
            default: 3 + Int(chance.uniform() * 4)
            }
        let isSpecialised = count > 2 && team >= 2 * count && chance.happens(0.5)
        holidays = Set((0..<max(1, days / 40)).map { _ in Int(chance.uniform() * Double(days)) })
        people = []
        for number in 0..<team {
            let specialty: Set<Int> = isSpecialised ? [workflows[number % count]] : []
            people.append(
                Person(
                    name: "agent-\(number + 1)", specialty: specialty, pace: chance.between(0.75, 1.3),
                    starts: starts + Int64(chance.between(-1, 1) * 3_600), away: [], leaves: nil))
        }
        let weekDays = worksWeekends ? 7.0 : 5.0
        hours = Double(team) * weekDays * Double(shift) / 3_600
        minutes = chance.between(shape == .big ? 35 : 20, 60)
        relapse = chance.between(0.18, 0.35)
        problems = 0
        listings = 0
        swing = chance.between(0, 0.15)
        peak = 330 + Int(chance.between(-20, 20))
        rush = shape == .seasonal ? chance.between(0.25, 0.4) : 0
        onsetKnown = chance.between(0.65, 1)
        minutesKnown = chance.happens(0.7) ? 1 : chance.between(0, 0.6)
        knowsHours = chance.happens(0.9)
        routed = chance.happens(0.5) ? chance.between(0.5, 1) : 0
        meetingDays = chance.one(of: [7, 7, 14])
        firstTurn = (starts / 3_600 + 22) % 24 * 3_600
        giveHolidays(days, &chance)
        if let week = plan.departure { loseKeyPerson(on: week * 7) }
        fillDays(plan.practice(in: 0), &chance)
    }

    /// People are away a week at a time, about four times a year.
    private mutating func giveHolidays(_ days: Int, _ chance: inout SplitMix64) {
        for place in people.indices {
            for _ in 0..<(days / 91) {
                let first = Int(chance.uniform() * Double(days))
                people[place].away.formUnion(first..<(first + 5))
            }
        }
    }

    /// Works out how much goes wrong for the load that was drawn, and in how large a catalogue.
    private mutating func fillDays(_ practice: Practice, _ chance: inout SplitMix64) {
        let weights = kinds.reduce(0) { $0 + $1.weight }
        let effort = kinds.reduce(0) { $0 + $1.weight * Catalogue.kinds[$1.kind].effort } / weights
        // A false alarm takes a third of the time; one problem in ten is over before anybody comes; a tenth of the time
        // people are away; and what was mended breaks again.
        let each = minutes * effort * (1 - 0.7 * practice.noise) * 0.9 * (1 + relapse)
        problems = max(4, practice.load * 0.9 * hours * 60 / each)
        listings = max(60, min(8_000, Int(problems * chance.between(15, 60))))
    }

    /// One person carries most of the work, and then does not come back.
    private mutating func loseKeyPerson(on day: Int) {
        people = Array(people.prefix(3))
        for place in people.indices {
            people[place].specialty = []
            people[place].pace = place == 0 ? 0.6 : 1.9
        }
        people[0].leaves = day
        people[0].away = []
        hours = Double(people.count) * (worksWeekends ? 7 : 5) * Double(shift) / 3_600
    }

    /// How much more, or less, sells and goes wrong on a day than on the average day.
    func season(on day: Int) -> Double {
        let dayOfYear = (Int(midnight.utcDay.epochDays) + day) % 365
        let distance = abs((dayOfYear - peak % 365 + 182 + 365) % 365 - 182)
        // A triangle, so that no library of waves is needed: 1 at the peak, -1 half a year away.
        let wave = 1 - Double(distance) / 91.25
        return 1 + swing * wave + (distance <= 17 ? rush : 0)
    }
}
