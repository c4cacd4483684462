import Cases
import FlywheelStore

extension CaseStore {
    /// Reads the cases that a query asks for page by page, so that their number does not matter to memory.
    ///
    /// - Parameters:
    ///   - query: sorts by what `body` does not change, so that no case is met twice or missed.
    ///   - count: how many cases are a page.
    ///   - body: is given each page, in the query's order.
    func forEachPage(
        of query: CaseQuery, count: Int = 4_000, _ body: ([(record: CaseRecord, contents: Case)]) throws -> Void
    ) throws {
        var query = query
        while true {
            let records = try caseRecords(query, limit: count)
            // Reading what a record holds takes longer than finding it.
            let contents = concurrentMap(records.count, run: 32) { place in Result { try records[place].contents() } }
            try body(try zip(records, contents).map { ($0, try $1.get()) })
            guard records.count == count, let last = records.last else { return }
            query.after = CaseCursor(of: last, in: query.order)
        }
    }
}
