import FlywheelKit

/// Reads the issues of a chunk's listings; its columns are looked up once.
struct IssueReader {
    private let details: Details
    private let status: Values<String>
    private let reason: Values<String>
    private let issue: Values<String>
    private let code: Values<String>
    private let since: Values<Day>
    private let exemptUntil: Values<Instant>
    private let sold: History

    init(_ chunk: Chunk) {
        details = chunk.details(of: SuppressedListings.feed)
        status = details[SuppressedListings.status]
        reason = details[SuppressedListings.reason]
        issue = details[SuppressedListings.issue]
        code = details[SuppressedListings.code]
        since = details[SuppressedListings.since]
        exemptUntil = details[SuppressedListings.exemptUntil]
        sold = chunk[Sales.units]
    }

    /// The issues of a listing. A row without a status says nothing and is no issue, nor is one by which a listing waits to be
    /// put on sale that never sold.
    func issues(of row: Int) -> [Issue] {
        let range = details.range(row)
        guard !range.isEmpty else { return [] }
        let rows = range.compactMap { index -> ReportedRow? in
            guard let status = status[index]?.content else { return nil }
            return ReportedRow(
                status: status, reason: reason[index]?.content, issue: issue[index]?.content,
                code: code[index]?.content, since: since[index], exemptUntil: exemptUntil[index])
        }
        guard rows.contains(where: { $0.enforcement == .notBuyable }), !sold.hasSold(row) else {
            return Issue.grouped(rows)
        }
        return Issue.grouped(rows.filter { $0.enforcement != .notBuyable })
    }
}

extension History {
    /// Whether anything was sold on any day of which that is known.
    func hasSold(_ row: Int) -> Bool { row < count && self.row(row).contains { $0.map { $0 > 0 } ?? false } }
}
