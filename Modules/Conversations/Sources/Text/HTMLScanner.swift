/// Cuts HTML into tags and the text between them.
struct HTMLScanner {
    enum Piece {
        /// Text as it is written, with its entities.
        case text(ArraySlice<UInt8>)
        /// A tag that opens, by its name in small letters.
        case open(String)
        case close(String)
    }

    private let bytes: [UInt8]
    private var place = 0
    /// Behind here no `>` follows, so nothing is looked for again.
    private let lastClosing: Int
    /// Whether a comment was found to have no end, which no later one has either.
    private var hasOpenComment = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lastClosing = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    }

    /// The next piece; nil at the end.
    mutating func next() -> Piece? {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<"), place < lastClosing else { return text() }
            if skipDeclaration() { continue }
            return tag() ?? text()
        }
        return nil
    }

    /// Passes over the content of an element whose text is not for reading.
    mutating func skip(pastEndOf name: String) {
        let end = Array("</\(name)".utf8)
        while place < bytes.count {
            guard let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) else {
                place = bytes.count
                return
            }
            place = open
            let found = bytes[open...].prefix(end.count).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
            if found == end { return }
            place = open + 1
        }
    }

    private mutating func text() -> Piece {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        return .text(bytes[start..<place])
    }

    /// Passes over a comment or declaration, where one begins here.
    private mutating func skipDeclaration() -> Bool {
        let rest = bytes[(place + 1)...]
        guard rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "?") else { return false }
        place = (rest.starts(with: Array("!--".utf8)) ? endOfComment() : nil) ?? endOfTag(from: place + 2)
        return true
    }

    /// The tag that begins here; nil where what looks like one is text.
    private mutating func tag() -> Piece? {
        let isClosing = bytes[place + 1] == UInt8(ascii: "/")
        let nameStart = place + (isClosing ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, Self.isName(bytes[nameEnd]), nameEnd - nameStart < 32 { nameEnd += 1 }
        guard nameEnd > nameStart, bytes[nameStart] | 0x20 >= 0x61 else { return nil }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        place = endOfTag(from: nameEnd)
        return isClosing ? .close(name) : .open(name)
    }

    private static func isName(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte }

    private mutating func endOfComment() -> Int? {
        var index = place + 4
        while !hasOpenComment, index + 2 < bytes.count {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 }
            index += 1
        }
        hasOpenComment = true
        return nil
    }

    /// Behind the `>` that ends the tag; one in quotation marks is data, unless the quotation has no end.
    private func endOfTag(from start: Int) -> Int {
        var quotation: UInt8?
        var index = start
        var first: Int?
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") {
                if quotation == nil { return index + 1 }
                first = first ?? index + 1
                // Nobody writes attributes of this length; a mark was forgotten.
                if index - start > 1 << 12 { break }
            } else if byte == quotation {
                quotation = nil
            } else if quotation == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1] == UInt8(ascii: " ")
            {
                quotation = byte
            }
            index += 1
        }
        return first ?? bytes.count
    }
}
