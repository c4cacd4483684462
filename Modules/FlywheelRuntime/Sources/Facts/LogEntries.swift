import Calendars
import FlywheelKit
import FlywheelStore

/// The entries of a log that count: of each whole (an order, a day) the newest version, nothing later than the as-of.
struct LogEntries {
    private struct Entry: BitwiseCopyable {
        let row: Int32
        let block: Int32
        let index: Int32
        let day: Day
    }

    private let blocks: [FactBlock]
    private let entries: [Entry]

    /// Sorts out which entries count. Blocks come oldest first, one for each file.
    ///
    /// - Parameters:
    ///   - wholes: the files that hold all there is of each whole they name: what others said of it before is no more.
    ///   - isUnread: whether one of these has something of a row that could not be read, so that it is silent of it.
    init(
        _ blocks: [FactBlock], group: [String], newest: String?, at: String, zone: TimeZoneTable, until asOf: Instant,
        wholes: Set<ImportID> = [], isUnread: (_ row: Int32, _ file: ImportID) -> Bool = { _, _ in false }
    ) {
        self.blocks = blocks
        var entries: [Entry] = []
        entries.reserveCapacity(blocks.reduce(0) { $0 + $1.rows.count })
        for (number, block) in blocks.enumerated() {
            Self.eachMoment(of: block.columns[at], zone: zone, until: asOf) { index, day in
                entries.append(
                    Entry(row: block.rows[index], block: Int32(number), index: Int32(index), day: day))
            }
        }
        if newest != nil {
            self.entries = Self.newestOfEachWhole(
                entries, blocks, group: group, newest: newest, wholes: wholes, isUnread: isUnread)
        } else if blocks.count > 1, group == [at] {
            self.entries = Self.lastOfEachDay(entries)
        } else if blocks.count > 1 {
            self.entries = Self.newestOfEachWhole(
                entries, blocks, group: group, newest: nil, wholes: wholes, isUnread: isUnread)
        } else {
            self.entries = entries
        }
    }

    /// The entries as details of the chunk's rows.
    func details(_ columns: [ColumnDeclaration], layout: RowLayout) -> Details {
        Details(
            entries.compactMap { entry in
                layout.row(entry.row).map { ($0, Int(entry.block), Int(entry.index)) }
            },
            columns: columns, of: blocks, rows: layout.count)
    }

    /// The sum of a column for each row and day that has an entry: rows by days.
    func sums(of column: String, days: Range<Day>, layout: RowLayout) -> DailySums {
        var found = DailySums(cells: layout.count * days.count)
        let columns = blocks.map { block in block.columns[column].flatMap(Int.values(of:)) }
        let first = days.lowerBound
        for entry in entries where days.contains(entry.day) {
            guard let row = layout.row(entry.row) else { continue }
            let cell = row * days.count + first.distance(to: entry.day)
            found.add(columns[Int(entry.block)]?[Int(entry.index)], to: cell)
        }
        return found
    }

    /// What the entries of each row and day say of something that does not add up; unknown where two of them differ.
    func levels(of column: ColumnDeclaration, days: Range<Day>, layout: RowLayout) -> DailyLevels {
        var levels = DailyLevels(rows: layout.count, days: days.count)
        var cells = blocks.map { [(row: Int, day: Int)?](repeating: nil, count: $0.rows.count) }
        for entry in entries where days.contains(entry.day) {
            guard let row = layout.row(entry.row) else { continue }
            cells[Int(entry.block)][Int(entry.index)] = (row, days.lowerBound.distance(to: entry.day))
        }
        let columns = blocks.map { $0.columns[column.name].flatMap { $0.type == column.type ? $0 : nil } }
        for (data, cells) in zip(columns, cells) { levels.readCurrencies(of: data) { cells[$0]?.row } }
        for (data, cells) in zip(columns, cells) { levels.read(data, agreeing: true) { cells[$0] } }
        return levels
    }

    // MARK: Versions

    /// Walks the entries of a block that lie no later than the as-of, with the day each belongs to.
    private static func eachMoment(
        of data: ColumnData?, zone: TimeZoneTable, until asOf: Instant, _ body: (Int, Day) -> Void
    ) {
        switch data {
        case .instants(let values):
            for (index, value) in values.enumerated() {
                if let value, value <= asOf { body(index, zone.day(of: value)) }
            }
        case .days(let values):
            let today = zone.day(of: asOf)
            for (index, value) in values.enumerated() {
                if let value, value <= today { body(index, value) }
            }
        default: break
        }
    }

    /// Of each row and day what the last file says, where a day is a whole and no time of writing tells versions apart.
    private static func lastOfEachDay(_ entries: [Entry]) -> [Entry] {
        guard let first = entries.map(\.day).min(), let last = entries.map(\.day).max() else { return [] }
        let rows = Int(entries.map(\.row).max() ?? 0) + 1
        let width = first.distance(to: last) + 1
        var files = [Int32](repeating: -1, count: rows * width)
        // Entries come file by file, so the last one written here is of the last file.
        for entry in entries { files[Int(entry.row) * width + first.distance(to: entry.day)] = entry.block }
        return entries.filter { files[Int($0.row) * width + first.distance(to: $0.day)] == $0.block }
    }

    /// What is of a row in a whole, which has a number.
    private struct Share: Hashable, BitwiseCopyable {
        let row: Int32
        let whole: Int32
    }

    private struct Version: Comparable, BitwiseCopyable {
        let newest: Int64
        let block: Int32

        static func < (left: Version, right: Version) -> Bool {
            (left.newest, left.block) < (right.newest, right.block)
        }
    }

    /// Of each row's share in a whole the newest version, and none where a newer version of all the whole leaves the row out.
    private static func newestOfEachWhole(
        _ entries: [Entry], _ blocks: [FactBlock], group: [String], newest: String?, wholes: Set<ImportID>,
        isUnread: (_ row: Int32, _ file: ImportID) -> Bool
    ) -> [Entry] {
        let keys = blocks.map { block in group.map { block.columns[$0] } }
        let writings = blocks.map { block in newest.flatMap { block.columns[$0] } }
        let holdsWholes = blocks.map { wholes.contains($0.source) }
        var numbers: [[String]: Int32] = [:]
        var ofWholes: [Version?] = []
        var ofShares: [Share: Version] = [:]
        let named = entries.map { entry in
            let (index, block) = (Int(entry.index), Int(entry.block))
            let key = keys[block].map { text(of: $0, index) }
            let version = Version(newest: seconds(of: writings[block], index), block: entry.block)
            let whole = numbers[key] ?? Int32(ofWholes.count)
            if Int(whole) == ofWholes.count {
                numbers[key] = whole
                ofWholes.append(nil)
            }
            if holdsWholes[block] { ofWholes[Int(whole)] = ofWholes[Int(whole)].map { max($0, version) } ?? version }
            let share = Share(row: entry.row, whole: whole)
            ofShares[share] = max(ofShares[share] ?? version, version)
            return (share, version)
        }
        return zip(entries, named).filter { entry, named in
            let (share, version) = named
            guard ofShares[share] == version else { return false }
            // Within a file the lines of a whole may have been written one after the other.
            guard let whole = ofWholes[Int(share.whole)], whole.block != entry.block, version < whole else {
                return true
            }
            return isUnread(entry.row, blocks[Int(whole.block)].source)
        }.map(\.0)
    }

    private static func seconds(of data: ColumnData?, _ index: Int) -> Int64 {
        switch data {
        case .instants(let values): values[index]?.seconds ?? .min
        case .days(let values): values[index].map { Int64($0.epochDays) } ?? .min
        default: .min
        }
    }

    private static func text(of data: ColumnData?, _ index: Int) -> String {
        switch data {
        case .texts(let values): values[index] ?? ""
        case .days(let values): values[index]?.description ?? ""
        case .integers(let values): values[index].map(String.init) ?? ""
        case .instants(let values): values[index]?.description ?? ""
        default: ""
        }
    }
}
