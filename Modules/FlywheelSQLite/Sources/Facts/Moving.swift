import FlywheelKit
import FlywheelStore
import GRDB

extension Database {
    /// Gives a subject a new row at the end of another chunk; its old row stays empty for ever.
    func movePlacement(from old: Place, to chunk: Int64) throws -> Place {
        let size = try Int.fetchOne(
            cachedStatement(sql: "UPDATE chunk SET size = size + 1 WHERE id = ? RETURNING size"), arguments: [chunk])
        guard let size else { throw StoreError.failed("chunk \(chunk) is missing") }
        let new = Place(chunk: chunk, row: size - 1)
        try run(
            "UPDATE placement SET chunk = ?, row = ? WHERE chunk = ? AND row = ?",
            [new.chunk, new.row, old.chunk, old.row])
        return new
    }

    /// Rewrites everything that any import brought for rows of a chunk that have moved to other chunks.
    func moveFacts(_ moved: [Int: Place], from chunk: Int64) throws {
        let seen = try seen(in: chunk)
        let inUse = moved.filter { $0.key < seen.count && seen[$0.key] }.values
        for (target, places) in Dictionary(grouping: inUse, by: \.chunk) {
            try setSeen(self.seen(in: target).union(Bitmap(rows: places.map(\.row))), in: target)
        }
        let sources = try Int64.fetchAll(
            self, sql: "SELECT DISTINCT import FROM fact WHERE chunk = ? ORDER BY import", arguments: [chunk])
        for source in sources {
            let outline = try parts(of: [source], in: chunk, columns: [OwnColumn.rows])
            guard outline.contains(where: { $0.rows.storage.contains { moved[$0] != nil } }) else { continue }
            for part in try parts(of: [source], in: chunk, columns: nil) { try split(part, moved) }
        }
    }

    private func split(_ part: Part, _ moved: [Int: Place]) throws {
        let rows = part.rows.storage
        let byTarget = Dictionary(grouping: rows.indices) { moved[rows[$0]]?.chunk ?? part.chunk }
        guard Array(byTarget.keys) != [part.chunk] else { return }
        try run(
            "DELETE FROM fact WHERE import = ? AND chunk = ? AND part = ?", [part.source, part.chunk, part.number])
        for (target, entries) in byTarget.sorted(by: { $0.key < $1.key }) {
            var columns = part.columns.mapValues { $0.picked(entries) }
            columns[OwnColumn.rows] = .integers(Values(all: entries.map { moved[rows[$0]]?.row ?? rows[$0] }))
            if target == part.chunk {
                try setPart(part.number, columns, of: part.source, in: target)
            } else {
                try addPart(columns, of: part.source, in: target)
            }
        }
    }
}
