import Testing

/// An organisation with a habit, and what is to be made of it.
struct Habit: CustomTestStringConvertible, Sendable {
    let name: String
    let code: String
    let organisation: Organisation

    init(_ name: String, _ code: String = "healthy", _ change: (inout Organisation) -> Void) {
        var organisation = Organisation()
        change(&organisation)
        (self.name, self.code, self.organisation) = (name, code, organisation)
    }

    var testDescription: String { name }

    /// Organisations that stall, each in one way.
    static let stalled = [
        Habit("by arrival", "no-ranking") { $0.ranked = { _ in 0.2 } },
        Habit("in any order", "no-ranking") {
            $0.ranked = { _ in 0.1 }
            $0.byArrival = false
        },
        Habit("by arrival, from a list of the morning", "no-ranking") {
            $0.ranked = { _ in 0.1 }
            $0.hasFixedList = true
        },
        Habit("by arrival, with time to spare", "no-ranking") {
            $0.ranked = { _ in 0.1 }
            $0.capacity = { _ in 25 }
        },
        Habit("too few people", "no-capacity") { $0.capacity = { _ in 9 } },
        Habit("a few people short", "no-capacity") { $0.capacity = { _ in 11 } },
        Habit("causes called other", "no-capture") { $0.caused = { _ in 0.3 } },
        Habit("fixed and never closed", "no-capture") { $0.closed = 0.4 },
        Habit("nothing decided", "no-decision") { $0.decides = { $0 == 100 } },
        Habit("decided twice a year", "no-decision") { $0.decides = { $0 % 180 == 100 } },
        Habit("looked at once a week", "weekly-detection") { $0.looks = { $0 % 7 == 0 } },
        Habit("found by people", "weekly-detection") { $0.foundByPeople = 0.6 },
        Habit("never checked", "no-verification") { $0.verified = 0.2 },
    ]

    /// Organisations that do well in an unusual way.
    static let healthy = [
        Habit("ordinary") { _ in },
        Habit("a list of the morning") { $0.hasFixedList = true },
        Habit("time to spare") { $0.capacity = { _ in 30 } },
        Habit("time to spare, a list of the morning") {
            $0.capacity = { _ in 30 }
            $0.hasFixedList = true
        },
        Habit("little time to spare") { $0.capacity = { _ in 14 } },
        Habit("each person a workflow") {
            $0.people = 4
            $0.areSpecialists = true
        },
        Habit("each person a workflow of other worth") {
            $0.people = 4
            $0.areSpecialists = true
            $0.worths = [1_000, 300, 100, 30]
        },
        Habit("one person") {
            $0.people = 1
            $0.arrivals = 1
            $0.capacity = { _ in 2 }
        },
        Habit("many people") {
            $0.people = 8
            $0.arrivals = 25
            $0.capacity = { _ in 46 }
        },
        Habit("a burst") {
            $0.season = { $0 / 7 == 42 ? 3 : 1 }
            $0.capacity = { _ in 17 }
        },
        Habit("a season") {
            $0.season = { (40..<47).contains($0 / 7) ? 1.5 : 1 }
            $0.capacity = { _ in 15 }
        },
        Habit("nobody looks at weekends") { $0.looks = { $0 % 7 < 5 } },
        Habit("looked at twice a week") { $0.looks = { [0, 3].contains($0 % 7) } },
        Habit("one decision a month") { $0.decides = { $0 % 28 == 20 } },
        Habit("half a year") { $0.weeks = 26 },
    ]
}
