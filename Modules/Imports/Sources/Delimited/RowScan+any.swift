extension RowScan {
    /// Cuts `bytes`, which start at the first byte of a row on line `firstLine`, as `format` says.
    init(
        _ bytes: [UInt8], format: DelimitedFormat, isLast: Bool, firstLine: Int, limits: ReadLimits
    ) throws(ReadError) {
        switch format.quoting {
        case .none: self = .plain(bytes, format: format, isLast: isLast)
        case .rfc4180:
            self = try .quoted(
                bytes, format: format, isLast: isLast, firstLine: firstLine, limit: limits.quotedCellBytes)
        }
    }
}
