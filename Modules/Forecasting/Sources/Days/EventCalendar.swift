import FlywheelKit

/// The days unlike others of an account on a marketplace, past and to come.
struct EventCalendar {
    /// Days on which one event is held.
    struct Event: Hashable {
        /// The event without its year, so that what one year taught holds for the next.
        let name: String
        let days: ClosedRange<Day>
    }

    let events: [Event]

    /// The events that are held on the chunk's marketplace.
    init(_ chunk: Chunk) {
        let rows = chunk.accountDetails(of: Events.feed)
        let (names, scopes) = (rows[Events.name], rows[Events.scope])
        let (first, last) = (rows[Events.from], rows[Events.to])
        events = (0..<rows.count).compactMap { row in
            guard let name = names[row], let from = first[row], let to = last[row], from <= to,
                Self.isHeld(on: chunk.marketplace, scope: scopes[row])
            else { return nil }
            return Event(name: Self.lasting(name), days: from...to)
        }
    }

    /// How many ordinary days each day counts for; `nil` where all are ordinary. Of two events on a day the greater counts.
    ///
    /// - Parameter index: what is known of an event of that name.
    func factors(on days: Range<Day>, index: (String) -> Double?) -> [Double]? {
        var factors: [Double]?
        for event in events {
            guard let factor = index(event.name), event.days.overlaps(days) else { continue }
            for day in event.days.clamped(to: days.lowerBound...days.upperBound) where days.contains(day) {
                let offset = days.lowerBound.distance(to: day)
                let before = factors?[offset] ?? 1
                if factors == nil { factors = [Double](repeating: 1, count: days.count) }
                factors?[offset] = before == 1 ? factor : max(before, factor)
            }
        }
        return factors
    }

    /// Letters in lower case and numbers, without the year: "Deal Days 2026" is "deal days", "11.11." is "11 11". A name that is
    /// nothing else stays.
    static func lasting(_ name: String) -> String {
        let name = name.lowercased()
        let words = name.matches(of: /\p{Letter}+|[0-9]+/).map(\.output)
        let lasting = words.filter { $0.wholeMatch(of: /(19|20)[0-9]{2}/) == nil }
        return lasting.isEmpty ? name : lasting.joined(separator: " ")
    }

    private static func isHeld(on marketplace: String, scope: String?) -> Bool {
        guard let scope else { return true }
        let names = scope.split { $0 == " " || $0 == "," || $0 == ";" }
        return names.isEmpty
            || names.contains { (Marketplace.named($0)?.id ?? String($0)).lowercased() == marketplace.lowercased() }
    }
}
