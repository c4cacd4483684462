import FlywheelStore

extension Swept {
    /// What opens, chunk by chunk, groups last, each with the terms it has in the queue.
    ///
    /// - Parameter ids: the numbers of all that opens.
    mutating func openings(_ ids: Range<Int64>, termsFrom queue: BuiltQueue) -> [ExceptionRecord] {
        guard !ids.isEmpty else { return [] }
        var terms = [[UInt8]?](repeating: nil, count: ids.count)
        for row in queue.rows where ids.contains(row.exception.number) {
            terms[Int(row.exception.number - ids.lowerBound)] = row.terms
        }
        let first = terms
        decide { change, _ in
            guard change.isOpening, let terms = first[Int(change.exception.id.number - ids.lowerBound)] else { return }
            change.set(\.termsAtOpen, to: terms)
        }
        return parts { $0.opening }.flatMap(\.self)
    }
}

extension Sequence where Element == Change {
    fileprivate var opening: [ExceptionRecord] { filter(\.isOpening).map(\.exception) }
}

extension [QueueRow] {
    /// The rows without the terms of what opens, which are kept with it.
    func withoutTerms(of ids: Range<Int64>) -> [QueueRow] {
        map { row in
            guard ids.contains(row.exception.number) else { return row }
            return QueueRow(
                exception: row.exception, lane: row.lane, position: row.position, atRisk: row.atRisk, tier: row.tier,
                terms: nil)
        }
    }
}
