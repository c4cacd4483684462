import FlywheelKit

/// Units expected on a day from today on, 0 being today.
public struct Arrival: Hashable, Codable, Sendable {
    /// Units.
    public let units: Int
    /// The day they are expected: sooner and later are equally likely.
    public let day: Int
    /// The day before which they come in one case of ten; the same as ``day`` where nothing is known of it.
    public let early: Int
    /// The day after which they come in one case of ten.
    public let late: Int

    init(_ units: Int, on day: Int, early: Int? = nil, late: Int? = nil) {
        self.units = units
        self.day = max(0, day)
        self.early = max(0, min(day, early ?? day))
        self.late = max(0, day, late ?? day)
    }
}

extension Arrival {
    /// When the units of an open order come; `nil` where it is so late that nobody should count on it.
    ///
    /// The expected day is moved by what orders are learned to be late by; without one the order takes the lead time. An
    /// order that should be here comes tomorrow at the earliest: half way to the latest day that its like take, or, where
    /// it is later than they ever were or nothing is learned, in as many days again as it is late.
    init?(of line: OrderLine, today: Day, _ leadTime: LeadTime, _ lateness: Lateness?, knobs: InventoryKnobs) {
        let (day, early, late): (Int, Int, Int)
        if let expected = line.expected.map(today.distance(to:)) {
            (day, early, late) = (
                expected + (lateness?.median ?? 0), expected + (lateness?.early ?? 0),
                expected + (lateness?.late ?? 0)
            )
        } else {
            let placed = today.distance(to: line.ordered)
            day = placed + leadTime.expected
            (early, late) = (day, placed + leadTime.late)
        }
        guard -Double(day) <= knobs.lostAfterDays else { return nil }
        if day >= 1 {
            self.init(line.openUnits, on: day, early: max(1, early), late: late)
        } else if late > 1 {
            self.init(line.openUnits, on: (late + 1) / 2, early: 1, late: late)
        } else {
            self.init(line.openUnits, on: max(1, -day))
        }
    }
}
