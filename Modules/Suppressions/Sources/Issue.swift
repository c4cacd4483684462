import FlywheelKit

/// One issue of one listing: the rows that name it.
struct Issue {
    let kind: FindingKind
    let discriminator: String
    /// What it may have been called by a source that says less.
    let formerly: [String]
    /// Gravest first; never empty.
    let rows: [ReportedRow]

    /// That the list of all listings has a listing no more, of which nothing says why.
    static let gone = Issue(
        kind: .notListed, discriminator: "", formerly: [],
        rows: [ReportedRow(status: "not listed", enforcement: .notListed)])

    /// The row the issue is judged by.
    var gravest: ReportedRow { rows[0] }

    /// The first day any of its rows tells of.
    var since: Day? { rows.compactMap(\.since).min() }

    /// When it began, as the earliest of its rows says.
    func onset(in chunk: Chunk) -> Instant? { rows.compactMap { $0.onset(in: chunk) }.min() }

    /// The day it began on a listing, as the earliest of its rows says, else the files before it; an exemption ends on a day of
    /// UTC, whose hours are not looked at.
    func firstDay(at listing: Int, in chunk: Chunk) -> Day? {
        let days = rows.compactMap { row in
            row.onset(in: chunk).flatMap { _ in [row.exemptUntil?.utcDay, row.since].compactMap(\.self).max() }
        }
        if let first = days.min() { return first }
        guard since == nil else { return nil }
        return gravest.enforcement == .notListed
            ? chunk.unlisted(listing)?.since : chunk.problemSince(listing, status: gravest.status)
    }

    /// The share lost while it is enforced; a status that nobody knows claims none.
    func lossShare(hidden: Double) -> Double { gravest.enforcement?.lossShare(hidden: hidden) ?? 0 }

    /// The issues of one listing, by kind and discriminator.
    ///
    /// Rows of one name are one issue, judged by its gravest row; a row whose status is not known stays apart, so that no
    /// known status hides it. Rows without a name are one issue where their texts are equal. Several of these within a kind
    /// are numbered by age and text: translating them may exchange their evidence, and makes no new problem.
    ///
    /// Sources say more or less of one issue, and several may hold it open: a row that names attributes belongs to the
    /// issue of the same enforcement that names them beside a number, and a bare row to any issue of its enforcement, or to any at all where it is an alert.
    static func grouped(_ rows: [ReportedRow]) -> [Issue] {
        // Most listings with an issue have one, which needs no comparing.
        if rows.count == 1 {
            let key = Key(name: rows[0].name ?? "", isKnown: rows[0].enforcement != nil)
            return rows[0].name == nil ? issues(unnamed: rows) : issues(named: [key: rows])
        }
        let rows = rows.sorted(by: ReportedRow.isGraver)
        var named = Dictionary(grouping: rows.filter { $0.name != nil }) { row in
            Key(name: row.name ?? "", isKnown: row.enforcement != nil)
        }
        for (key, rows) in named.sorted(by: { $0.key < $1.key }) where rows.allSatisfy({ $0.number == nil }) {
            let fuller = named.keys.sorted().first { other in
                other != key && other.isKnown == key.isKnown && named[other]?.contains { $0.says(rows[0]) } ?? false
            }
            guard let fuller else { continue }
            named[fuller]? += rows
            named[key] = nil
        }
        var bare: [ReportedRow] = []
        for row in rows where row.isBare {
            let fuller = named.keys.sorted().first { key in
                key.isKnown && named[key]?.contains { row.isSaid(by: $0) } ?? false
            }
            if let fuller { named[fuller]?.append(row) } else { bare.append(row) }
        }
        let unnamed = rows.filter { $0.name == nil && !$0.isBare } + bare
        return (issues(named: named) + issues(unnamed: unnamed)).sorted {
            ($0.kind.id, $0.discriminator) < ($1.kind.id, $1.discriminator)
        }
    }

    /// The first of a kind may have stood without a name before; any with a number, by its attributes alone.
    private static func issues(named: [Key: [ReportedRow]]) -> [Issue] {
        var kinds: Set<FindingKind> = []
        return named.sorted { $0.key < $1.key }.map { key, rows in
            let rows = rows.sorted(by: ReportedRow.isGraver)
            let isFirst = kinds.insert(rows[0].kind).inserted
            let byAttributes = rows.compactMap(\.nameByAttributes).filter { $0 != key.name }
            return Issue(
                kind: rows[0].kind, discriminator: key.name,
                formerly: Set(byAttributes).sorted() + (isFirst ? [""] : []), rows: rows)
        }
    }

    private static func issues(unnamed: [ReportedRow]) -> [Issue] {
        Dictionary(grouping: unnamed, by: \.kind).flatMap { kind, rows in
            Dictionary(grouping: rows) { [$0.reason, $0.issue] }.values
                .map { $0.sorted(by: ReportedRow.isGraver) }
                .sorted { $0[0].age < $1[0].age }
                .enumerated()
                .map { Issue(kind: kind, discriminator: $0 == 0 ? "" : "#\($0 + 1)", formerly: [], rows: $1) }
        }
    }

    private struct Key: Hashable, Comparable {
        let name: String
        let isKnown: Bool

        static func < (left: Key, right: Key) -> Bool {
            left.name == right.name ? !left.isKnown && right.isKnown : left.name < right.name
        }
    }
}

extension ReportedRow {
    /// Whether a row that says why tells of all that this one does, which is bare.
    fileprivate func isSaid(by other: ReportedRow) -> Bool {
        enforcement == other.enforcement || enforcement == .qualityAlert
    }

    /// Whether this row, which has a number, tells of all that one without says: the same attributes, as gravely.
    fileprivate func says(_ other: ReportedRow) -> Bool {
        number != nil && enforcement == other.enforcement && !other.attributes.isEmpty
            && other.attributes.allSatisfy(attributes.contains)
    }

    /// Oldest first, then by text.
    fileprivate var age: (Int32, String, String) { (since?.epochDays ?? .max, reason ?? "", issue ?? "") }
}
