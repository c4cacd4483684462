import Calendars
import FlywheelKit
import FlywheelStore

/// The entries of a log that count: of each whole (an order, a day) the newest version, nothing later than the as-of.
struct LogEntries {
    private let blocks: [FactBlock]
    private let entries: [(row: Int32, block: Int, index: Int, day: Day)]

    private struct Whole: Hashable {
        let row: Int32
        let key: [String]
    }

    private struct Version: Comparable {
        let newest: Int64
        let block: Int

        static func < (left: Version, right: Version) -> Bool {
            (left.newest, left.block) < (right.newest, right.block)
        }
    }

    /// Sorts out which entries count. Blocks come oldest first.
    init(
        _ blocks: [FactBlock], group: [String], newest: String?, at: String, zone: TimeZoneTable, until asOf: Instant
    ) {
        self.blocks = blocks
        let today = zone.day(of: asOf)
        var latest: [Whole: Version] = [:]
        var candidates: [(whole: Whole, version: Version, block: Int, index: Int, day: Day)] = []
        for (number, block) in blocks.enumerated() {
            let keys = group.map { block.columns[$0] }
            let versions = newest.flatMap { block.columns[$0] }
            let times = block.columns[at]
            for index in block.rows.indices {
                guard let (seconds, day) = Self.moment(of: times, index, zone: zone), seconds <= asOf.seconds,
                    day <= today
                else { continue }
                let whole = Whole(row: block.rows[index], key: keys.map { Self.text(of: $0, index) })
                let version = Version(
                    newest: Self.moment(of: versions, index, zone: zone)?.seconds ?? .min, block: number)
                if let known = latest[whole], known >= version {
                    if known > version { continue }
                } else {
                    latest[whole] = version
                }
                candidates.append((whole, version, number, index, day))
            }
        }
        entries = candidates.filter { latest[$0.whole] == $0.version }.map {
            ($0.whole.row, $0.block, $0.index, $0.day)
        }
    }

    /// The entries as details of the chunk's rows.
    func details(_ columns: [ColumnDeclaration], layout: RowLayout) -> Details {
        Details(
            entries.compactMap { entry in layout.row(entry.row).map { ($0, entry.block, entry.index) } },
            columns: columns, of: blocks, rows: layout.count)
    }

    /// The sum of a column for each row and day that has an entry: rows by days, `nil` elsewhere.
    func sums(of column: String, days: Range<Day>, layout: RowLayout) -> [Int?] {
        var sums = [Int?](repeating: nil, count: layout.count * days.count)
        for entry in entries where days.contains(entry.day) {
            guard let row = layout.row(entry.row), case .integers(let values) = blocks[entry.block].columns[column],
                let value = values[entry.index]
            else { continue }
            sums[row * days.count + days.lowerBound.distance(to: entry.day), default: 0] += value
        }
        return sums
    }

    private static func moment(
        of data: ColumnData?, _ index: Int, zone: TimeZoneTable
    ) -> (seconds: Int64, day: Day)? {
        switch data {
        case .instants(let values): values[index].map { ($0.seconds, zone.day(of: $0)) }
        case .days(let values): values[index].map { (zone.start(of: $0).seconds, $0) }
        default: nil
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

extension Optional where Wrapped == Int {
    fileprivate static func += (sum: inout Int?, value: Int) { sum = (sum ?? 0) + value }
}

extension Array where Element == Int? {
    fileprivate subscript(index: Int, default value: Int) -> Int {
        get { self[index] ?? value }
        set { self[index] = newValue }
    }
}
