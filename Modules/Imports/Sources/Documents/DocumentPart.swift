import Calendars
import FlywheelKit

/// What changes tell of one marketplace on one day: of each subject the last change, which is true at its own moment.
struct DocumentPart: Sendable {
    /// The marketplace; nil where the changes name none.
    let marketplace: String?
    /// The moment of the last change of all; nil where none names any.
    let at: Instant?
    /// The rows as a tab-separated file.
    let bytes: [UInt8]
    /// The line of the document each row comes from.
    let lines: [Int]
    /// How many rows are left out because a later change of the same subject and day follows them.
    let superseded: Int
}

/// The rows of a document's tables, by marketplace and day.
struct DocumentChanges {
    /// Of each table its parts, the earliest first.
    let parts: [[DocumentPart]]
    /// How many records there are that no table of their kind reads, by what they are called.
    let unread: [String: Int]

    /// Takes the rows of tables apart by marketplace and day, in one pass. A row that names no marketplace is of the only one
    /// that others name; where these name several it is set aside.
    ///
    /// - Parameters:
    ///   - marketplace: the one all rows are taken to be of; nil to go by what they say.
    ///   - zone: the time zone of a marketplace.
    init(
        of tables: [DocumentTable], in reader: consuming DocumentReader, marketplace: String?,
        zone: (String?) -> TimeZoneTable
    ) throws(ReadError) {
        let read = reader.kind.tables.compactMap(\.labels).reduce(into: Set<String>()) { $0.formUnion($1) }
        var days = tables.map { _ in [Key: Gathering]() }
        var zones: [String?: TimeZoneTable] = [:]
        var unread: [String: Int] = [:]
        var places: Set<String> = []
        var unplaced: [Row] = []
        var records = 0
        var rows = 0
        func add(_ row: Row, in place: String?) {
            let table = tables[row.table]
            var row = row
            let at = row.cells[DocumentTable.Heading.moment].flatMap(Instant.init(stated:))
            // What is no moment is none, and nothing against the change.
            row.cells[DocumentTable.Heading.moment] = at?.description
            let local = zones[place] ?? zone(place)
            zones[place] = local
            let key = Key(marketplace: place, day: at.map { local.localDay(at: $0.seconds) })
            days[row.table][key, default: Gathering()].add(
                Change(record: row.record, number: row.number, line: row.line, at: at, row: table.line(row.cells)),
                // What is no change of anything follows no other.
                of: table.isTimed ? row.cells.subject : nil)
        }
        while let record = try reader.next() {
            records += 1
            if case .document(let value) = record.contents, let name = reader.kind.label?(value), !read.contains(name) {
                unread[name, default: 0] += 1
            }
            for (index, table) in tables.enumerated() {
                for cells in table.rows(of: record, reader.frame) {
                    rows += 1
                    let row = Row(table: index, record: records, number: rows, line: record.line, cells: cells)
                    guard let place = marketplace ?? cells[DocumentTable.Heading.marketplace] else {
                        unplaced.append(row)
                        continue
                    }
                    places.insert(place)
                    add(row, in: place)
                }
            }
        }
        for var row in unplaced {
            if places.count > 1, row.cells[DocumentTable.Heading.aside] == nil {
                row.cells.setAside(.missingValue, RowConverter.lacksMarketplace)
            }
            add(row, in: places.min())
        }
        parts = zip(tables, days).map { table, days in
            days.sorted { $0.key.order < $1.key.order }.map { key, day in day.part(key, table.headingLine) }
        }
        self.unread = unread
    }

    private struct Row {
        let table: Int
        let record: Int
        /// Its place among all rows.
        let number: Int
        let line: Int
        var cells: [String: String]
    }

    private struct Key: Hashable {
        let marketplace: String?
        let day: Int32?

        var order: (Int32, String) { (day ?? .min, marketplace ?? "") }
    }

    private struct Change {
        let record: Int
        /// Its place among all rows.
        let number: Int
        let line: Int
        let at: Instant?
        let row: [UInt8]
    }

    private struct Gathering {
        private var last: [String: [Change]] = [:]
        private var asides: [Change] = []
        private var superseded = 0

        /// - Parameter subject: whose state the change is; nil where it is none's.
        mutating func add(_ change: Change, of subject: String?) {
            guard let subject else { return asides.append(change) }
            guard let known = last[subject]?.last, known.record != change.record else {
                last[subject, default: []].append(change)
                return
            }
            superseded += 1
            // Of two at the same moment the one further down came later.
            if (change.at ?? .distantPast) >= (known.at ?? .distantPast) { last[subject] = [change] }
        }

        func part(_ key: Key, _ headings: [UInt8]) -> DocumentPart {
            let changes = (last.values.joined() + asides).sorted { $0.number < $1.number }
            return DocumentPart(
                marketplace: key.marketplace, at: changes.compactMap(\.at).max(),
                bytes: changes.reduce(into: headings) { $0 += $1.row }, lines: changes.map(\.line),
                superseded: superseded)
        }
    }
}

extension [String: String] {
    /// Whose state the row is; nil where it is left out. Two marketplaces in a file that is said to be of one are told
    /// apart when rows are checked.
    fileprivate var subject: String? {
        guard self[DocumentTable.Heading.aside] == nil else { return nil }
        let code = self[DocumentTable.Heading.code] ?? self[DocumentTable.Heading.product] ?? ""
        return "\(self[DocumentTable.Heading.marketplace] ?? "")\t\(code)"
    }
}

extension Instant {
    /// Before everything.
    fileprivate static let distantPast = Instant(seconds: .min)

    /// A moment as a document states it; nil for what is none.
    init?(stated text: String) {
        guard case .instant(let seconds) = try? CellValue.date(text.utf8.span, order: .yearFirst) else { return nil }
        self.init(seconds: seconds)
    }
}
