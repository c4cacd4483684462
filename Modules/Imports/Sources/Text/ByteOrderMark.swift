/// The mark some programs write in front of a text to tell its Unicode form.
package enum ByteOrderMark: Hashable, Sendable {
    case utf8, utf16LittleEndian, utf16BigEndian

    /// Nil where `head`, the first bytes of a file, starts with none.
    init?(head: [UInt8]) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    var isUTF16: Bool { self != .utf8 }

    /// Its own length in bytes.
    var count: Int { isUTF16 ? 2 : 3 }
}
