/// The line `sep=;` that some spreadsheets write and read as the first of a file.
struct SeparatorDirective: Hashable, Sendable {
    let separator: DelimitedFormat.Separator
    /// The length of the line with its end.
    let byteCount: Int

    /// Nil where the file, whose first bytes are `head`, starts with no such line.
    init?(_ head: [UInt8]) {
        let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line.prefix(8), as: UTF8.self).lowercased()
        guard line.count == 5, text.hasPrefix("sep="), let byte = line.last,
            let separator = DelimitedFormat.Separator(rawValue: byte)
        else { return nil }
        let isCRLF = head.dropFirst(line.count).starts(with: [0x0D, 0x0A])
        self.separator = separator
        byteCount = min(head.count, line.count + (isCRLF ? 2 : 1))
    }
}
