import ArgumentParser
import FlywheelStore

/// Ids given to a command, one or several, or `-` for one a line of standard input.
struct IDs<Kind: RecordKind>: ParsableArguments {
    @Argument(
        help: ArgumentHelp("One or more; - reads them from standard input, one a line.", valueName: "ids"),
        completion: Completions.completion(of: Kind.letter))
    var ids: [String]

    /// The ids in the order given, each once.
    func read(_ inputLines: () -> [String]) throws -> [RecordID<Kind>] {
        var seen: Set<RecordID<Kind>> = []
        return try ids.flatMap { try $0 == "-" ? inputLines().compactMap { try Self.id(in: $0) } : [Self.id($0)] }
            .filter { seen.insert($0).inserted }
    }

    /// The id in a line of input; nothing in a blank one. Rows may be handed on whole: the word with the letter is the
    /// id, and a number beside other words is a rank or an amount.
    private static func id(in line: String) throws -> RecordID<Kind>? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count > 1 else { return try words.first.map { try id(String($0)) } }
        let lettered = words.lazy.filter { $0.uppercased().hasPrefix(Kind.letter) }
        return try lettered.compactMap { RecordID<Kind>(text: $0) }.first ?? id(line)
    }

    private static func id(_ text: String) throws -> RecordID<Kind> {
        guard let id = RecordID<Kind>(text: text) else { throw Diagnostic.noID(text, of: Kind.self) }
        return id
    }
}

extension Diagnostic {
    /// What a text is that cannot name any record of its kind.
    static func noID<Kind: RecordKind>(_ text: String, of kind: Kind.Type) -> Diagnostic {
        Diagnostic(
            "id", "\"\(text)\" is no id, expected one such as \(Kind.letter)1042",
            help: "\(list(of: kind)) lists ids", exit: .usage)
    }

    /// The command that lists what such ids name.
    private static func list<Kind: RecordKind>(of kind: Kind.Type) -> String {
        switch Kind.letter {
        case ImportRecord.letter: "flywheel imports"
        case CaseRecord.letter: "flywheel cases"
        case ChangeRecord.letter: "flywheel changes"
        case MessageRecord.letter: "flywheel outbox"
        case SubscriptionRecord.letter: "flywheel webhooks"
        default: "flywheel queue"
        }
    }
}
