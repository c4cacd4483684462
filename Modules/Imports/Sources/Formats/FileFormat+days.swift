import FlywheelKit

extension FileFormat {
    /// Rows of days, both ends included, end on their first day or later.
    static func daysRunForward(in row: FactRow, from: String, to: String) throws(RuleTrouble) {
        guard case .day(let first) = row[from], case .day(let last) = row[to], last < first else { return }
        throw RuleTrouble(
            code: .daysReversed, reason: "found \(last) as the last day, expected none before \(first)", column: to)
    }
}
