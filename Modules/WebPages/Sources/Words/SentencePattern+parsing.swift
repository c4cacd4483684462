extension SentencePattern {
    /// Reads a pattern.
    init(_ line: some StringProtocol) throws(MessageError) {
        var pieces: [Piece] = []
        var rest = Substring(line)
        while !rest.isEmpty {
            let words = rest.prefix { $0 != "{" }
            rest = rest[words.endIndex...]
            if !words.isEmpty { pieces.append(.text(Array(words.utf8))) }
            guard !rest.isEmpty else { break }
            guard let end = rest.firstIndex(of: "}") else { throw MessageError(found: "\"\(rest)\"", expected: "a }") }
            if case .hole = pieces.last {
                throw MessageError(found: "two holes", expected: "words between them, to tell where the first one ends")
            }
            pieces.append(try Self.hole(rest[..<end].dropFirst()))
            rest = rest[end...].dropFirst()
        }
        self.pieces = pieces
        guard ownLength > 0 else { throw MessageError(found: "\"\(line)\"", expected: "words of its own") }
    }

    private static func hole(_ text: Substring) throws(MessageError) -> Piece {
        let parts = text.split(separator: ", ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let first = parts[0].first, first.isLowercase, parts[0].allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw MessageError(found: "{\(text)}", expected: "a hole such as {share, percent}")
        }
        guard parts.count == 2 else { return .hole(parts[0], .text) }
        guard let kind = Kind(rawValue: parts[1]), kind != .text else {
            throw MessageError(
                found: "{\(text)}",
                expected: "code, list, number, percent, money, day, moment, verb, sentence, sentences, or nothing")
        }
        return .hole(parts[0], kind)
    }
}
