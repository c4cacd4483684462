import FlywheelKit

extension Details {
    /// On which days somebody says that a listing could not be sold, by row.
    ///
    /// Such a day is no good day of the rate of sale: what sold on it, if anything, says nothing of what sells on others.
    var reportedClosures: [(row: Int, span: AvailabilityMask.Span)] {
        if count == 0 { return [] }
        let (from, to) = (self[Availability.from], self[Availability.to])
        return (0..<starts.count - 1).flatMap { row in
            range(row).compactMap { run in
                guard let first = from[run], let last = to[run] else { return nil }
                return (row, AvailabilityMask.Span(from: first, to: last, share: 1))
            }
        }
    }
}
