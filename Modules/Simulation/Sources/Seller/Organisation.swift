import FlywheelKit
import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Who sells what, where, and with whom: all that is drawn once and stays.
struct Organisation: Sendable {
    /// The account.
    let account = "northwind"
    /// Where it sells.
    let marketplace: Marketplace
    /// What it has taken up, the first ones of ``SimulatedWorkflow/all``.
    let workflows: [SimulatedWorkflow]
    /// What is on sale.
    let catalogue: Catalogue
    /// Who works.
    let staff: [Person]
    /// Touch hours of a row in proportion to its kind's.
    let effort: Double
    /// How demand of the market grows in a year: 0.1 is a tenth more.
    let market: Double
    /// How much a week in high season has more than the middle one, 0 to 1.
    let season: Double
    /// The share of the year after which high season is.
    let peak: Double
    /// Bursts of one kind in a quarter.
    let bursts: Double
    /// Whether onset is known, as a share of problems.
    let onsetKnown: Double
    /// The course of its weeks.
    let course: Course
    /// Its weeks.
    let weeks: Int

    /// An organisation in which something is the matter.
    init(_ scenario: Scenario, weeks: Int, _ chance: inout SplitMix64) {
        self.init(Course(scenario, &chance), weeks: weeks, &chance)
    }

    /// An organisation that works in a stated way.
    init(_ course: Course, weeks: Int, _ chance: inout SplitMix64) {
        self.course = course
        self.weeks = weeks
        let dials = course.phases[0].dials
        workflows = Array(SimulatedWorkflow.all.prefix(2 + chance.below(4)))
        let directory = Marketplace.directory.filter { ["US", "UK", "DE", "CA", "JP", "PL"].contains($0.name) }
        marketplace = directory[chance.below(directory.count)]
        market = chance.draw(-0.1...0.25)
        season = chance.draw(0...0.3)
        peak = chance.draw(0...1)
        bursts = chance.draw(0...3)
        onsetKnown = chance.draw(0.85...1)
        let listings = Int(chance.drawByMagnitude(300...30_000))
        let growth = course.phases.indices.reduce(1.0) { product, number in
            product * exp(course.phases[number].dials.growth * course.years(of: number, in: weeks))
        }
        // A typical price: 25 dollars or euros, 2,500 yen.
        let unit = 2_500.0
        catalogue = Catalogue(
            first: listings, most: Int((Double(listings) * growth * 1.05).rounded(.up)), unit: unit, &chance)

        let need = Self.hoursNeeded(dials, workflows) / dials.load
        let (people, effort) = Self.staffing(need, &chance)
        self.effort = effort
        let hours = need * effort
        let leader = course.phases.contains { $0.event == .departure }
        var weights = (0..<people).map { _ in chance.draw(0.6...1.4) }
        // Where one leaves, it is the one who does most.
        if leader { weights[0] = max(1, 1.2 * weights.dropFirst().reduce(0, +)) }
        let sum = weights.reduce(0, +)
        let leaving = course.phases.first { $0.event == .departure }.map { Int($0.from * Double(weeks * 7)) }
        let (skills, days) = (workflows.count, weeks * 7)
        staff = (0..<people).map { number in
            Person(
                name: Person.names[number % Person.names.count],
                // A week of an eight-hour day is what one person can give.
                hoursPerWeek: min(40, hours * weights[number] / sum),
                skill: (0..<skills).map { _ in chance.draw(0.8...1.25) },
                away: (0..<2).map { _ in
                    let from = chance.below(max(1, days))
                    return from..<from + 5 + chance.below(6)
                },
                leaves: number == 0 ? leaving : nil)
        }
    }

    /// Hours a week that what comes takes at the kinds' own effort.
    private static func hoursNeeded(_ dials: Dials, _ workflows: [SimulatedWorkflow]) -> Double {
        let weight = workflows.reduce(0) { $0 + $1.weight }
        let hours = workflows.reduce(0.0) { sum, workflow in
            let all = workflow.kinds.reduce(0) { $0 + $1.weight }
            let mean = workflow.kinds.reduce(0) { $0 + $1.weight * $1.finding.effortHours } / all
            return sum + workflow.weight / weight * mean
        }
        // What comes back comes again, and what was not fixed is done once more.
        let again = 1 / (1 - dials.repeating) + (1 - dials.fixing) * (1 - dials.leftRefuted)
        return dials.arrivalsPerWeek * (1 - dials.endingAlone) * again * hours
    }

    /// How many people share so many hours a week, and how much longer than usual a row takes so that they are busy.
    private static func staffing(_ hours: Double, _ chance: inout SplitMix64) -> (people: Int, effort: Double) {
        let effort = min(3, max(0.25, chance.draw(8...36) * Double(1 + chance.below(12)) / hours))
        let people = Int((hours * effort / chance.draw(14...38)).rounded(.up))
        return people <= 12 ? (max(1, people), effort) : (12, effort * 12 / Double(people))
    }

    /// Where a workflow's id stands in ``workflows``.
    func place(of workflow: String) -> Int? { workflows.firstIndex { $0.manifest.id == workflow } }
}

extension Course {
    /// How many years a phase lasts.
    func years(of phase: Int, in weeks: Int) -> Double {
        let end = phase + 1 < phases.count ? phases[phase + 1].from : 1
        return (end - phases[phase].from) * Double(weeks) / 52
    }
}
