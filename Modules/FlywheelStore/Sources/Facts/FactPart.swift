public import FlywheelKit

/// What an import brings to a chunk.
public struct FactPart: Sendable {
    /// The chunk row of each entry.
    public var rows: [Int32] = []
    /// The columns by name, each as long as ``rows``.
    public var columns: [String: ColumnData] = [:]
    /// The products that the entries name.
    public var claims = Claims()

    /// Nothing.
    public init() {}

    /// Parts end to end. A column that only some of them have is unknown in the others.
    ///
    /// - Returns: `nil` when they disagree on the type of a column.
    public init?(joining parts: [FactPart]) {
        rows = Array(parts.map(\.rows).joined())
        claims = Claims(joining: parts.map(\.claims))
        for name in Set(parts.flatMap(\.columns.keys)) {
            guard let type = parts.lazy.compactMap({ $0.columns[name]?.type }).first else { continue }
            let pieces = parts.map { $0.columns[name] ?? ColumnData(unknown: $0.rows.count, of: type) }
            guard let column = ColumnData.joined(pieces) else { return nil }
            columns[name] = column
        }
    }

    /// The part taken apart: what stays in its chunk, and what rows that have moved take along to theirs.
    ///
    /// - Returns: the pieces by chunk, in the order of their numbers; none is empty.
    public func split(
        _ moved: [Int32: (chunk: Int64, row: Int32)], from chunk: Int64
    ) -> [(chunk: Int64, part: FactPart)] {
        let entries = Dictionary(grouping: rows.indices) { moved[rows[$0]]?.chunk ?? chunk }
        let named = Dictionary(grouping: claims.rows.indices) { moved[claims.rows[$0]]?.chunk ?? chunk }
        return entries.sorted { $0.key < $1.key }.map { target, entries in
            var piece = FactPart()
            piece.rows = entries.map { moved[rows[$0]]?.row ?? rows[$0] }
            piece.columns = columns.mapValues { $0.picked(entries) }
            piece.claims = claims.picked(named[target] ?? [])
            piece.claims.rows = piece.claims.rows.map { moved[$0]?.row ?? $0 }
            return (target, piece)
        }
    }
}
