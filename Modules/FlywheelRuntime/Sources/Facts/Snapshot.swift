import FlywheelKit
import FlywheelStore

/// What snapshots say of the rows of a chunk.
enum Snapshot {
    /// A column as the newest file that brought it says, row by row. Blocks come oldest first.
    ///
    /// - Parameter open: the files whose unknown values in it say nothing, see ``ImportSummary/leavesOpen(_:)``.
    static func newest(
        _ column: ColumnDeclaration, in blocks: [FactBlock], layout: RowLayout, open: Set<ImportID> = []
    ) -> ColumnData {
        var parts = [ColumnData(empty: column.type)]
        var count = 0
        var entry = [Int](repeating: -1, count: layout.count)
        for block in blocks {
            guard let data = block.columns[column.name], data.type == column.type else { continue }
            let isOpen = open.contains(block.source)
            for (index, stored) in block.rows.enumerated() where !isOpen || data.isKnown(index) {
                if let row = layout.row(stored) { entry[row] = count + index }
            }
            parts.append(data)
            count += data.count
        }
        // What nobody brought needs no looking for, row by row.
        guard parts.count > 1 else { return ColumnData(unknown: layout.count, of: column.type) }
        let joined = ColumnData.joined(parts) ?? parts[0]
        return joined.picked(entry)
    }

    /// When the last that files say of each row was true, whatever else is said in the same file. Blocks come oldest first.
    static func lastNamed(in blocks: [FactBlock], from sources: [ImportRecord], layout: RowLayout) -> [Instant?] {
        let files = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.draft.effectiveAt) })
        var named = [Instant?](repeating: nil, count: layout.count)
        for block in blocks {
            let moment = files[block.source].map(block.moments(in:))
            for (entry, stored) in block.rows.enumerated() {
                if let row = layout.row(stored) { named[row] = moment?(entry) }
            }
        }
        return named
    }

    /// What the last file of each day says of each row: rows by days, unknown where no file does. Blocks come oldest first.
    ///
    /// - Parameter open: see ``newest(_:in:layout:open:)``.
    static func levels(
        of column: ColumnDeclaration, in blocks: [(block: FactBlock, day: Day)], days: Range<Day>, layout: RowLayout,
        open: Set<ImportID> = []
    ) -> DailyLevels {
        var levels = DailyLevels(rows: layout.count, days: days.count)
        let columns = blocks.map { $0.block.columns[column.name].flatMap { $0.type == column.type ? $0 : nil } }
        for (place, data) in zip(blocks.indices, columns) where days.contains(blocks[place].day) {
            levels.readCurrencies(of: data) { layout.row(blocks[place].block.rows[$0]) }
        }
        for (place, data) in zip(blocks.indices, columns) where days.contains(blocks[place].day) {
            let (block, day) = blocks[place]
            let offset = days.lowerBound.distance(to: day)
            let isOpen = open.contains(block.source)
            levels.read(data) { entry in
                isOpen && data?.isKnown(entry) != true ? nil : layout.row(block.rows[entry]).map { ($0, offset) }
            }
        }
        return levels
    }

    /// The rows that hold of each row of the chunk, in the order of the files: of complete files all, and of the partial
    /// ones of a format that name a subject those of the last. A row without what every row of the feed must say tells
    /// that the subject has none, and ends what any file said before.
    ///
    /// - Parameter partial: the formats of the blocks that are of partial files, by their imports.
    static func all(
        _ columns: [ColumnDeclaration], required: [ColumnDeclaration], in blocks: [FactBlock],
        partial: [ImportID: String],
        layout: RowLayout
    ) -> Details {
        var entries: [[(row: Int, block: Int, index: Int)]] = Array(repeating: [], count: layout.count)
        let formats = blocks.map { partial[$0.source] }
        for (number, block) in blocks.enumerated() {
            let says = block.says(required)
            for (index, stored) in block.rows.enumerated() {
                guard let row = layout.row(stored) else { continue }
                if let format = formats[number] {
                    entries[row].removeAll { $0.block != number && formats[$0.block] == format }
                }
                if says(index) {
                    entries[row].append((row, number, index))
                } else {
                    entries[row].removeAll()
                }
            }
        }
        return Details(entries.flatMap(\.self), columns: columns, of: blocks, rows: layout.count)
    }
}

extension FactBlock {
    /// Whether an entry has all the columns that every row must have; one without any of them says that there is none.
    fileprivate func says(_ required: [ColumnDeclaration]) -> (Int) -> Bool {
        let stated = required.compactMap { columns[$0.name] }
        return { index in stated.allSatisfy { $0.isKnown(index) } }
    }
}

extension Details {
    /// The given entries of the blocks, brought into the order of the chunk's rows.
    init(
        _ entries: [(row: Int, block: Int, index: Int)], columns: [ColumnDeclaration], of blocks: [FactBlock], rows: Int
    ) {
        var starts = [Int](repeating: 0, count: rows + 1)
        for entry in entries { starts[entry.row + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        var next = starts
        var ordered = [Int](repeating: 0, count: entries.count)
        for (number, entry) in entries.enumerated() {
            ordered[next[entry.row]] = number
            next[entry.row] += 1
        }
        var bases: [Int] = []
        var total = 0
        for block in blocks {
            bases.append(total)
            total += block.rows.count
        }
        var gathered: [String: ColumnData] = [:]
        for column in columns {
            let parts = blocks.map { block in
                block.columns[column.name].flatMap { $0.type == column.type ? $0 : nil }
                    ?? ColumnData(unknown: block.rows.count, of: column.type)
            }
            let joined = ColumnData.joined(parts) ?? ColumnData(empty: column.type)
            gathered[column.name] = joined.picked(ordered.map { bases[entries[$0].block] + entries[$0].index })
        }
        self.init(starts: starts, columns: gathered)
    }
}
