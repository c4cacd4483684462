import FlywheelKit

extension Chunk {
    /// On which days somebody says that a listing could not be sold, whatever exceptions know of it, by row.
    ///
    /// Such a day is no good day of the rate of sale: what sold on it, if anything, says nothing of what sells on others.
    var reportedClosures: [(row: Int, span: AvailabilityMask.Span)] {
        let runs = details(of: Availability.feed)
        if runs.count == 0 { return [] }
        let (from, to) = (runs[Availability.from], runs[Availability.to])
        return rows.flatMap { row in
            runs.range(row).compactMap { run in
                guard let first = from[run], let last = to[run] else { return nil }
                return (row, AvailabilityMask.Span(from: first, to: last, share: 1))
            }
        }
    }
}
