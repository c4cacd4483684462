/// Spans of seconds that do not touch each other, in order.
struct Spans: Hashable {
    private(set) var ranges: [Range<Int64>] = []

    /// What lies in any of these.
    init(_ spans: [Range<Int64>]) {
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where !span.isEmpty {
            if let last = ranges.last, span.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                ranges.append(span)
            }
        }
    }

    /// How many seconds they last together.
    var seconds: Int64 { ranges.reduce(0) { $0 + Int64($1.count) } }

    /// What of these lies in none of the others.
    func subtracting(_ others: Spans) -> Spans {
        var left: [Range<Int64>] = []
        for range in ranges {
            var start = range.lowerBound
            for other in others.ranges where other.overlaps(range) {
                if start < other.lowerBound { left.append(start..<other.lowerBound) }
                start = max(start, other.upperBound)
            }
            if start < range.upperBound { left.append(start..<range.upperBound) }
        }
        return Spans(left)
    }
}
