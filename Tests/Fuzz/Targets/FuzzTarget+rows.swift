import Imports

extension FuzzTarget {
    /// Rows and cells: the same however small the blocks in which the file is read.
    static let rows = FuzzTarget("rows") { bytes in
        let whole = Result { try table(of: bytes, blockBytes: 1 << 20, blocksAtOnce: 1) }
        let pieces = Result { try table(of: bytes, blockBytes: 7, blocksAtOnce: 3) }
        switch (whole, pieces) {
        case (.success(let whole), .success(let pieces)):
            try hold(whole == pieces, "expected \(whole), found \(pieces) in blocks of 7 bytes")
        case (.failure(let whole), .failure(let pieces)):
            try hold(!"\(whole)\(pieces)".isEmpty, "expected a reason")
        default:
            throw Broken("whole: \(whole), in blocks of 7 bytes: \(pieces)")
        }
    }

    /// Each row's line and its cells as text.
    private static func table(of bytes: [UInt8], blockBytes: Int, blocksAtOnce: Int) throws -> [[String]] {
        let limits = ReadLimits(bytes: 1 << 20, rowBytes: 1 << 16, quotedCellBytes: 1 << 12)
        var reader = try RowReader(
            .of(bytes, limits: limits), limits: limits,
            options: RowReader.Options(blockBytes: blockBytes, blocksAtOnce: blocksAtOnce))
        var table: [[String]] = []
        try reader.forEachBatch { batch in
            for row in 0..<batch.rowCount {
                table.append(["\(batch.line(ofRow: row))"] + batch.cells(ofRow: row).map { batch.text(of: $0).text })
            }
        }
        return table
    }
}
