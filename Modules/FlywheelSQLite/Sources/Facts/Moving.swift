import FlywheelKit
import FlywheelStore
import GRDB

extension Database {
    /// Rewrites everything that any import brought for rows of a chunk that have moved to other chunks.
    func moveFacts(_ moved: [Int32: (chunk: Int64, row: Int32)], from chunk: Int64) throws {
        let seen = try seen(in: chunk)
        let inUse = moved.filter { $0.key < seen.count && seen[Int($0.key)] }.values
        for (target, places) in Dictionary(grouping: inUse, by: \.chunk) {
            var bits = try self.seen(in: target)
            bits.formUnion(rows: places.map(\.row))
            try setSeen(bits, in: target)
        }
        let sources = try Int64.fetchAll(
            self, sql: "SELECT DISTINCT import FROM fact WHERE chunk = ? ORDER BY import", arguments: [chunk])
        for source in sources {
            let outline = try parts(of: [source], in: chunk, columns: [OwnColumn.rows])
            guard outline.contains(where: { $0.facts.rows.contains { moved[$0] != nil } }) else { continue }
            for part in try parts(of: [source], in: chunk, columns: nil) { try split(part, of: chunk, moved) }
        }
    }

    private func split(_ part: Part, of chunk: Int64, _ moved: [Int32: (chunk: Int64, row: Int32)]) throws {
        let pieces = part.facts.split(moved, from: chunk)
        guard pieces.contains(where: { $0.chunk != chunk }) else { return }
        try run(
            "DELETE FROM fact WHERE chunk = ? AND import = ? AND part = ?", [chunk, part.source, part.number])
        for (target, piece) in pieces {
            let encoded = piece.encoded(claims: piece.claims)
            if target == chunk {
                try setPart(part.number, encoded, of: part.source, in: target)
            } else {
                try addPart(encoded, of: part.source, in: target)
            }
        }
    }
}
