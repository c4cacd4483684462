import FlywheelKit

/// What a file of orders reaches over, and what it is called by.
struct Span {
    /// `2026-07`, or nothing.
    let mark: String
    /// When its orders were last written.
    let written: Range<Instant>

    /// Reports are asked for with a day to spare, so that nothing falls between two of them.
    private static let overlap: Int64 = 86_400

    /// The months of a history that ends with an export.
    static func months(from first: Day, to exported: Instant) -> [Span] {
        var spans: [Span] = []
        var start = first
        while true {
            let next = firstOfNextMonth(start)
            let end = min(next.start, exported)
            guard start.start < end else { return spans }
            spans.append(Span(mark: "-\(start.description.prefix(7))", from: start.start, to: end))
            start = next
        }
    }

    /// What came between two exports.
    init(since last: Instant, to exported: Instant) {
        self.init(mark: "", from: last, to: exported)
    }

    private init(mark: String, from: Instant, to: Instant) {
        self.mark = mark
        written = from.advanced(bySeconds: -Self.overlap)..<to
    }

    private static func firstOfNextMonth(_ day: Day) -> Day {
        day.advanced(by: 32 - day.date.day).firstOfMonth
    }
}

extension Day {
    fileprivate var firstOfMonth: Day { advanced(by: 1 - date.day) }
    /// Its first moment in UTC.
    fileprivate var start: Instant { Instant(seconds: Int64(epochDays) * 86_400) }
}
