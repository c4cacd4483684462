import FlywheelKit

extension FileFormat {
    /// Rows of days, both ends included, end on their first day or later.
    static func daysRunForward(over span: Feed.Span) -> @Sendable (inout FactRow) throws(RuleTrouble) -> Void {
        { row throws(RuleTrouble) in
            guard case .day(let first) = row[span.first], case .day(let last) = row[span.last], last < first else {
                return
            }
            throw RuleTrouble(
                code: .daysReversed, reason: "found \(last) as the last day, expected none before \(first)",
                column: span.last)
        }
    }
}
