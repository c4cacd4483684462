import Imports

/// Reads mail: each message is a piece of the conversation it belongs to.
struct MailReader {
    /// The longest message. Servers take some 25 to 50 megabytes, and its encoding adds a third.
    static let mostBytes = 64 << 20

    let path: String
    let format: ConversationFormat
    let context: MailContext
    let limits: ReadLimits

    func read(_ take: (ReadOutcome) throws -> Void) throws {
        let source = try ByteSource.openUnchecked(path: path, limits: limits)
        var threads = MailThreads(context)
        if format == .mbox {
            var scanner = MailboxScanner(source, limit: Self.mostBytes)
            try scanner.forEach { piece in try take(try outcome(piece, &threads)) }
        } else {
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            var message: [UInt8] = []
            while case let count = try source.fill(&bytes), count > 0, message.count <= Self.mostBytes {
                message += bytes[..<count]
            }
            let isWhole = message.count <= Self.mostBytes
            try take(try outcome(MailboxScanner.Piece(line: 1, bytes: isWhole ? message : nil), &threads))
        }
    }

    private func outcome(_ piece: MailboxScanner.Piece, _ threads: inout MailThreads) throws -> ReadOutcome {
        guard let bytes = piece.bytes else {
            return .rejected(
                RejectedRecord(
                    line: piece.line, field: "", expected: "a message of at most \(Self.mostBytes) bytes", found: "more"
                ))
        }
        guard let message = MailParser.message(bytes) else {
            return .rejected(
                RejectedRecord(
                    line: piece.line, field: "From", expected: "a message with a sender, a subject or a Message-ID",
                    found: "none of them"))
        }
        return .conversation(try threads.piece(message))
    }
}
