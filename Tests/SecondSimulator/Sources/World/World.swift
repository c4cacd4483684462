import Assessment
import FlywheelKit
import Statistics

/// An organisation and its listings, from one day to the next.
struct World {
    let plan: Plan
    let organisation: Organisation
    var chance: SplitMix64
    /// The moment watching ends; nothing later happens.
    let until: Instant
    /// How it works this week.
    var practice: Practice
    /// The week it is.
    var week = 0

    var listings: [Listing] = []
    var tierLimits = (a: 0.0, b: 0.0)
    /// What all listings sell for on an average day, and how many of them are heroes.
    var (revenue, heroes) = (0.0, 0)
    var faults: [Fault] = []
    /// Faults that are not over, or not known to be.
    var current: [Int] = []
    var wounds: [Wound] = []
    /// Faults that people will stumble over, the next one last.
    var finds: [Int] = []
    /// Problems a day that begin by themselves, before seasons and prevention.
    var dailyFaults = 0.0
    /// Days on which a policy changes, and how many listings it breaks.
    var bursts: [Int: Int] = [:]

    var people: [Person]
    var rows: [Row] = []
    var waiting = WaitingRows()
    /// Rows that are open or closed and not checked.
    var watched: [Int] = []
    var verified: [Int: [Int]] = [:]

    var book: Book
    var manager = Manager()

    init(_ plan: Plan, chance: SplitMix64) {
        var chance = chance
        self.plan = plan
        practice = plan.practice(in: 0)
        organisation = Organisation(plan, &chance)
        people = organisation.people
        until = organisation.midnight.advanced(byDays: Double(plan.weeks * 7))
        book = Book(organisation, until: until)
        self.chance = chance
        stock()
    }

    /// Everything that happened until watching ended.
    mutating func run() -> WorkHistory {
        for day in -6..<0 { breed(on: day) }
        for day in 0..<(plan.weeks * 7) {
            week = day / 7
            let before = practice
            practice = plan.practice(in: week)
            if practice.isTuned, !before.isTuned { tune(on: day) }
            grow()
            breed(on: day)
            beginShifts(on: day)
            for turn in turns(on: day) {
                work(until: turn)
                rotate(at: turn, on: day)
            }
            work(until: midnight(after: day))
            if day % organisation.meetingDays == organisation.meetingDays - 3 { meet(on: day) }
        }
        return book.history(rows.map(\.problem), manager.decisions, links())
    }

    /// The first second after a day.
    func midnight(after day: Int) -> Instant { organisation.midnight.advanced(byDays: Double(day + 1)) }

    /// The moments at which the wheel turns on a day.
    private func turns(on day: Int) -> [Instant] {
        let first = organisation.midnight.advanced(byDays: Double(day)).advanced(bySeconds: organisation.firstTurn)
        guard practice.turnsPerDay > 0 else { return day % 7 == 0 ? [first] : [] }
        let gap = 86_400 / Int64(practice.turnsPerDay)
        return (0..<Int64(practice.turnsPerDay)).map { organisation.firstTurn % gap + $0 * gap }
            .map { organisation.midnight.advanced(byDays: Double(day)).advanced(bySeconds: $0) }
            .filter { $0 >= book.from }
    }
}
