import Imports

/// Cuts a mailbox into messages, with one of them in memory.
///
/// A line that begins with `From ` and holds a moment parts two messages where a blank line, or nothing, stands before it. The
/// marks that programs put before such lines of a message, `>From `, are taken off.
struct MailboxScanner {
    /// A message and the line it begins at.
    struct Piece {
        let line: Int
        /// Nil where it is longer than allowed.
        let bytes: [UInt8]?
    }

    private let source: ByteSource
    private let limit: Int
    private var message: [UInt8] = []
    private var isTooLong = false
    private var isInMessage = false
    private var firstLine = 1
    private var line = 0
    private var followsBlank = true

    init(_ source: ByteSource, limit: Int) {
        self.source = source
        self.limit = limit
    }

    /// Calls `body` with every message. Throws ``ReadError`` and what `body` throws.
    mutating func forEach(_ body: (Piece) throws -> Void) throws {
        var block = [UInt8](repeating: 0, count: 1 << 16)
        var rest: [UInt8] = []
        while case let count = try source.fill(&block), count > 0 {
            var start = 0
            while let end = block[start..<count].firstIndex(of: 0x0A) {
                if rest.isEmpty {
                    try take(block[start...end], body)
                } else {
                    rest += block[start...end]
                    try take(rest[...], body)
                    rest.removeAll(keepingCapacity: true)
                }
                start = end + 1
            }
            rest += block[start..<count]
            if rest.count > limit {
                isTooLong = true
                rest.removeAll()
            }
        }
        if !rest.isEmpty { try take(rest[...], body) }
        try finish(body)
    }

    private mutating func take(_ text: ArraySlice<UInt8>, _ body: (Piece) throws -> Void) throws {
        line += 1
        let content = text.prefix { $0 != 0x0A && $0 != 0x0D }
        defer { followsBlank = content.isEmpty }
        if followsBlank, MailShape.isSeparator(content) {
            try finish(body)
            isInMessage = true
            firstLine = line
            return
        }
        if !isInMessage, !content.isEmpty {
            // Something stands before the first such line: a message whose line is missing, or none, which is said.
            isInMessage = true
            firstLine = line
        }
        guard isInMessage, !isTooLong else { return }
        if message.count + text.count > limit {
            isTooLong = true
            message.removeAll()
            return
        }
        let unmarked = content.drop { $0 == UInt8(ascii: ">") }
        let isMarked = unmarked.count < content.count && unmarked.starts(with: Array("From ".utf8))
        message += isMarked ? text.dropFirst() : text
    }

    private mutating func finish(_ body: (Piece) throws -> Void) throws {
        if isInMessage { try body(Piece(line: firstLine, bytes: isTooLong ? nil : message)) }
        message.removeAll(keepingCapacity: message.capacity < 1 << 20)
        isTooLong = false
    }
}
