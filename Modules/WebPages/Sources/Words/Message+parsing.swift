/// Where a message is not one.
struct MessageError: Error, Hashable, CustomStringConvertible {
    let found: String
    let expected: String

    var description: String { "found \(found), expected \(expected)" }
}

extension Message {
    /// Reads a message.
    init(_ text: some StringProtocol) throws(MessageError) {
        var reader = MessageReader(rest: Substring(text))
        pieces = try reader.pieces(countOf: nil)
        guard reader.rest.isEmpty else {
            throw MessageError(found: "\"\(reader.rest)\"", expected: "no } without its {")
        }
    }
}

/// Reads a message from left to right.
private struct MessageReader {
    var rest: Substring

    /// The pieces up to the end, or to the brace that closes a form.
    ///
    /// - Parameter countOf: the argument that `#` stands for, within a form.
    mutating func pieces(countOf: String?) throws(MessageError) -> [Message.Piece] {
        var pieces: [Message.Piece] = []
        while let next = rest.first, next != "}" {
            if next == "{" {
                rest.removeFirst()
                pieces.append(try argument())
            } else if next == "#", let countOf {
                rest.removeFirst()
                pieces.append(.count(countOf))
            } else {
                let text = rest.prefix { $0 != "{" && $0 != "}" && ($0 != "#" || countOf == nil) }
                rest = rest[text.endIndex...]
                pieces.append(.text(String(text)))
            }
        }
        return pieces
    }

    /// What follows an opening brace: `name}`, `name, plural, …}`, or, in a sentence, `name, money}` as in its English.
    private mutating func argument() throws(MessageError) -> Message.Piece {
        let name = word()
        guard let first = name.first, first.isLowercase, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw MessageError(found: "{\(name)", expected: "the name of an argument such as {count}")
        }
        if take("}") { return .argument(name) }
        guard take(",") else { throw MessageError(found: "{\(name)\(rest.prefix(12))", expected: "{\(name)}") }
        let kind = word()
        if SentencePattern.Kind(rawValue: kind) != nil, take("}") { return .argument(name) }
        guard kind == "plural", take(",") else {
            throw MessageError(found: "{\(name)\(rest.prefix(12))", expected: "{\(name)} or {\(name), plural, …}")
        }
        var exact: [Int: [Message.Piece]] = [:]
        var forms: [PluralCategory: [Message.Piece]] = [:]
        skipSpace()
        while !take("}") {
            let selector = word()
            guard take("{") else {
                throw MessageError(found: "\"\(selector)\(rest.prefix(12))\"", expected: "a form such as one {…}")
            }
            let pieces = try pieces(countOf: name)
            guard take("}") else { throw MessageError(found: "the end", expected: "a } for every {") }
            if selector.hasPrefix("="), let number = Int(selector.dropFirst()) {
                exact[number] = pieces
            } else if let category = PluralCategory(rawValue: selector) {
                forms[category] = pieces
            } else {
                throw MessageError(found: "\"\(selector)\"", expected: "one, many, other, or a number such as =0")
            }
            skipSpace()
        }
        guard forms[.other] != nil else { throw MessageError(found: "no form other", expected: "other {…}") }
        return .plural(argument: name, exact: exact, forms: forms)
    }

    private mutating func word() -> String {
        skipSpace()
        let word = rest.prefix { !$0.isWhitespace && !"{},".contains($0) }
        rest = rest[word.endIndex...]
        skipSpace()
        return String(word)
    }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
}
