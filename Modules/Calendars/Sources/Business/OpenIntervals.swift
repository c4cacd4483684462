/// The intervals of time within which a business is open and nothing is paused, ascending and disjoint.
///
/// Time is walked in stretches within which neither the zone's offset nor the pause changes. Within a stretch the wall
/// clock runs like any other, so that days and spans are plain arithmetic.
struct OpenIntervals: Sequence, IteratorProtocol {
    private let calendar: BusinessCalendar
    private let end: Int64
    private let pauses: [Range<Int64>]
    /// Everything before it has been given.
    private var instant: Int64
    private var stretchEnd: Int64
    private var offset: Int64 = 0
    /// Pauses before this one are over.
    private var pauseIndex = 0

    /// Instants that have a civil day in every zone; time outside is not open.
    private static let civil = Int64(Int32.min + 2) * secondsPerDay..<Int64(Int32.max - 2) * secondsPerDay

    init(of calendar: BusinessCalendar, from start: Int64, until end: Int64, pauses: [Range<Int64>]) {
        self.calendar = calendar
        self.end = Swift.min(end, Self.civil.upperBound)
        self.pauses = pauses.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        instant = Swift.max(start, Self.civil.lowerBound)
        stretchEnd = instant
    }

    mutating func next() -> Range<Int64>? {
        while instant < end {
            if instant >= stretchEnd {
                beginStretch()
            } else if let interval = nextInStretch() {
                return interval
            }
        }
        return nil
    }

    /// Steps over the pause that holds `instant`, or finds how far offset and pause stay as they are.
    private mutating func beginStretch() {
        while pauseIndex < pauses.count, pauses[pauseIndex].upperBound <= instant { pauseIndex += 1 }
        stretchEnd = end
        if pauseIndex < pauses.count {
            let pause = pauses[pauseIndex]
            guard pause.lowerBound > instant else {
                instant = pause.upperBound
                stretchEnd = instant
                return
            }
            stretchEnd = Swift.min(stretchEnd, pause.lowerBound)
        }
        offset = Int64(calendar.zone.offset(at: instant))
        if let change = calendar.zone.transition(after: instant) {
            stretchEnd = Swift.min(stretchEnd, change)
        }
    }

    /// The rest of the next span of the local day, `nil` where the day or the stretch has none left.
    private mutating func nextInStretch() -> Range<Int64>? {
        let (day, second) = (instant + offset).floorDivided(by: secondsPerDay)
        let midnight = day * secondsPerDay - offset
        guard let span = calendar.hours(on: Int32(clamping: day)).spans.first(where: { $0.upperBound > second }) else {
            instant = Swift.min(midnight + secondsPerDay, stretchEnd)
            return nil
        }
        let opening = Swift.max(instant, midnight + Int64(span.lowerBound))
        let closing = Swift.min(midnight + Int64(span.upperBound), stretchEnd)
        instant = closing
        return opening < closing ? opening..<closing : nil
    }
}
