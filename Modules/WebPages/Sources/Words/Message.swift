/// One message of the catalog: a whole sentence with named arguments, in the part of ICU MessageFormat that sentences need.
///
/// `Imported {rows, plural, one {# row} other {# rows}} from {file}.`
struct Message: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case argument(String)
        /// A count in its form, with forms of its own for exact numbers such as `=0`.
        case plural(argument: String, exact: [Int: [Piece]], forms: [PluralCategory: [Piece]])
        /// `#`: the count that the form was chosen by.
        case count(String)
    }

    let pieces: [Piece]

    /// The names of the arguments.
    var arguments: Set<String> { Self.arguments(of: pieces) }

    /// The categories that each plural of the message has forms for.
    var categories: [Set<PluralCategory>] {
        pieces.compactMap {
            if case .plural(_, _, let forms) = $0 { Set(forms.keys) } else { nil }
        }
    }

    /// All text of the message, without arguments: what people read in it.
    var text: String { Self.text(of: pieces) }

    private static func arguments(of pieces: [Piece]) -> Set<String> {
        pieces.reduce(into: []) { names, piece in
            switch piece {
            case .text: break
            case .argument(let name), .count(let name): names.insert(name)
            case .plural(let name, let exact, let forms):
                names.insert(name)
                for pieces in Array(exact.values) + Array(forms.values) { names.formUnion(arguments(of: pieces)) }
            }
        }
    }

    private static func text(of pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .argument, .count: " "
            case .plural(_, let exact, let forms):
                (exact.sorted { $0.key < $1.key }.map(\.value)
                    + forms.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value))
                    .map(text).joined(separator: " ")
            }
        }.joined()
    }
}
