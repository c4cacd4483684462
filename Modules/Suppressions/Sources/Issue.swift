import FlywheelKit

/// One issue of one listing: the rows that name it.
struct Issue {
    let kind: FindingKind
    let discriminator: String
    /// Gravest first; never empty.
    let rows: [ReportedRow]

    /// The row the issue is judged by.
    var gravest: ReportedRow { rows[0] }

    /// The first day any of its rows tells of.
    var since: Day? { rows.compactMap(\.since).min() }

    /// The issues of one listing, by kind and discriminator.
    ///
    /// Rows of one name are one issue, judged by its gravest row; a row whose status is not known stays apart, so that no
    /// known status hides it. Rows without a name are one issue where their texts are equal. Several of these within a kind
    /// are numbered by age and text: translating them may exchange their evidence, and makes no new problem.
    static func grouped(_ rows: [ReportedRow]) -> [Issue] {
        let named = Dictionary(grouping: rows.filter { $0.name != nil }) { row in
            Key(name: row.name ?? "", isKnown: row.enforcement != nil)
        }
        let unnamed = Dictionary(grouping: rows.filter { $0.name == nil }, by: \.kind).flatMap { kind, rows in
            Dictionary(grouping: rows) { [$0.reason, $0.issue] }.values
                .map { $0.sorted(by: ReportedRow.isGraver) }
                .sorted { $0[0].age < $1[0].age }
                .enumerated()
                .map { Issue(kind: kind, discriminator: $0 == 0 ? "" : "#\($0 + 1)", rows: $1) }
        }
        let issues = named.map { key, rows in
            let sorted = rows.sorted(by: ReportedRow.isGraver)
            return Issue(kind: sorted[0].kind, discriminator: key.name, rows: sorted)
        }
        return (issues + unnamed).sorted { ($0.kind.id, $0.discriminator) < ($1.kind.id, $1.discriminator) }
    }

    private struct Key: Hashable {
        let name: String
        let isKnown: Bool
    }
}

extension ReportedRow {
    /// Oldest first, then by text.
    fileprivate var age: (Int32, String, String) { (since?.epochDays ?? .max, reason ?? "", issue ?? "") }
}
