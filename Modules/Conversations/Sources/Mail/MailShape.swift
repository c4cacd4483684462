/// Tells mail by its first bytes.
enum MailShape {
    /// Whether a file begins as a mailbox does: with a line `From`, an address, and a moment.
    static func isMbox(_ head: [UInt8]) -> Bool {
        let line = head.drop { $0 == 0x0A || $0 == 0x0D }.prefix { $0 != 0x0A }
        return isSeparator(line)
    }

    /// Whether a line parts two messages of a mailbox (RFC 4155): `From `, an address, and a moment with a time and a year.
    /// A line of a message that begins so has no such moment.
    static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: Array("From ".utf8)), line.count < 400 else { return false }
        let words = line.split(separator: UInt8(ascii: " "))
        let hasTime = words.contains { word in
            let parts = word.split(separator: UInt8(ascii: ":"))
            return 2...3 ~= parts.count && parts.allSatisfy { 1...2 ~= $0.count && $0.allSatisfy { 0x30...0x39 ~= $0 } }
        }
        let hasYear = words.contains { word in
            let digits = word.prefix { 0x30...0x39 ~= $0 }
            return digits.count == 4 && (0x31...0x32 ~= digits[digits.startIndex])
        }
        return hasTime && hasYear
    }

    /// Whether a file begins with the headers of a message: lines with names and colons, three of the usual ones among them.
    static func isMessage(_ head: [UInt8]) -> Bool {
        var usual: Set<String> = []
        for line in head.prefix(1 << 16).split(separator: 0x0A, omittingEmptySubsequences: false).prefix(200) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 0x09 { continue }
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            guard name.count < line.count, !name.isEmpty, name.allSatisfy({ 0x21...0x7E ~= $0 }) else { return false }
            usual.insert(String(decoding: name, as: UTF8.self).lowercased())
        }
        return usual.intersection(names).count >= 3
    }

    private static let names: Set = [
        "from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version", "content-type", "cc",
        "delivered-to", "reply-to", "in-reply-to", "references", "content-transfer-encoding", "sender",
    ]
}
