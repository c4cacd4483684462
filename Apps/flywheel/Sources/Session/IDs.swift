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
        guard let id = RecordID<Kind>(text: text) else {
            throw Diagnostic(
                "id", "\"\(text)\" is no id, expected one such as \(Kind.letter)1042",
                help: "\(list) lists ids", exit: .usage)
        }
        return id
    }

    /// The command that lists what such ids name.
    private static var list: String {
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
