import Cases
import FlywheelKit
import Statistics

/// Cases as tests need them, their times in hours.
enum Matters {
    static func hour(_ hour: Int64) -> Instant { Instant(seconds: hour * 3_600) }
    static func day(_ day: Int64) -> Instant { hour(24 * day) }
    /// Days as they are in Greenwich.
    static func utc(_ moment: Instant) -> Day { moment.utcDay }

    static func made(
        _ code: String, requester: Int64? = nil, about intents: [String] = [],
        _ events: [(Int64, CaseEvent.What)]
    ) -> Case {
        var made = Case(source: "log", code: code, account: "northwind")
        made.requester = requester
        if let first = events.first, !intents.isEmpty {
            made.add(CaseEvent(at: hour(first.0), .intents(intents)))
        }
        for (at, what) in events { made.add(CaseEvent(at: hour(at), what)) }
        return made
    }

    static func made(_ events: [(Int64, CaseEvent.What)]) -> Case { made("1", events) }

    static func read(_ cases: [Case], at now: Int64) -> [CaseTimeline] {
        cases.compactMap { CaseTimeline($0, at: hour(now)) }
    }

    static func asked(_ number: Int64) -> CaseEvent.What { .message(.init(number, by: .party(.buyer))) }
    static func answered(_ number: Int64, by name: String = "mia") -> CaseEvent.What {
        .message(.init(number, by: .agent(name)))
    }

    /// Cases that go through states at random, of few people and topics; their hours are within the first `hours`.
    static func drawn(_ count: Int, hours: Int64 = 400, seed: UInt64) -> [Case] {
        var random = SplitMix64(seed: seed)
        func below(_ limit: Int64) -> Int64 { Int64(random.uniform() * Double(limit)) }
        return (0..<count).map { index in
            var at = below(hours)
            var made = Case(source: "log", code: "\(index)", account: "northwind")
            made.requester = below(12) == 0 ? nil : below(20)
            made.category = ["refund", "parcel", "login"][Int(below(3))]
            made.add(CaseEvent(at: hour(at), .opened))
            made.add(CaseEvent(at: hour(at), .state(.new)))
            for _ in 0..<below(6) {
                at += below(60)
                let states = CaseState.allCases
                made.add(CaseEvent(at: hour(at), .state(states[Int(below(Int64(states.count)))])))
                if below(3) == 0 { made.add(CaseEvent(at: hour(at), .group("group \(below(3))"))) }
            }
            return made
        }
    }
}
