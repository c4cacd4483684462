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

    init(_ chunk: Chunk) {
        details = chunk.details(of: SuppressedListings.feed)
        status = details[SuppressedListings.status]
        reason = details[SuppressedListings.reason]
        issue = details[SuppressedListings.issue]
        code = details[SuppressedListings.code]
        since = details[SuppressedListings.since]
        exemptUntil = details[SuppressedListings.exemptUntil]
    }

    /// The issues of a listing. A row without a status says nothing and is no issue.
    func issues(of row: Int) -> [Issue] {
        let range = details.range(row)
        guard !range.isEmpty else { return [] }
        return Issue.grouped(
            range.compactMap { index in
                guard let status = status[index]?.content else { return nil }
                return ReportedRow(
                    status: status, reason: reason[index]?.content, issue: issue[index]?.content,
                    code: code[index]?.content, since: since[index], exemptUntil: exemptUntil[index])
            })
    }
}
