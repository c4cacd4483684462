import ArgumentParser
import Foundation
import Learning
import Outbox
import WebPages

/// `flywheel digest`.
struct DigestCommand: AnsweringCommand {
    static let examples = [
        "flywheel digest morning", "flywheel digest morning --language de",
        "flywheel digest weekly --as mia --output weekly.eml",
    ]
    static let configuration = CommandConfiguration.answering(
        "digest", "Writes a routine as text, as a mail or as a payload; sends nothing.", examples: examples,
        exits: [.done, .failed, .usage],
        discussion: """
            The format of a file comes from its name: .eml for a mail of text and HTML,
            .html, .txt, or .json for a webhook, with a key that is the same where a
            digest says the same. Send it with what you send with. It speaks English, or the
            language that the person chose for their pages, or the one that --language says. For
            somebody who may know of some accounts only it is over those.
            """, seeAlso: ["flywheel morning", "flywheel schema digest"])
    static let formats = OutputFormat.ofAll.union([.html])

    @Argument(
        help: "morning, midday, close-of-day, weekly or monthly.",
        completion: .list(Habit.allCases.map(\.rawValue)), transform: habit)
    var habit: Habit

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output = "-"

    @Option(
        help: ArgumentHelp("The language it speaks: en, de, es, ja, or one with a region.", valueName: "tag"),
        completion: .list(DigestLanguage.tags), transform: DigestLanguage.locale)
    var language: PageLocale?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let file = output == "-" ? nil : try DigestFile(output, stated: global.format)
        let session = try Session(global, surroundings, isForActor: true)
        let page = global.page(surroundings, clock: session.clock)
        let reader = try language.map { session.reader($0) } ?? session.ownWords.flatMap(session.reader)
        let digest = DigestAnswer(
            try session.habit(habit), on: page, for: reader, over: session.scope,
            simulatedSeed: session.simulated?.seed)
        guard let file else { return digest }
        try file.write(digest)
        return DigestFileAnswer(habit: habit.rawValue, path: output, key: digest.key)
    }

    /// What goes to standard output is the digest itself; that a file was written is said in words.
    func format(for channel: Surroundings.Channel) -> OutputFormat {
        output == "-" ? global.format ?? .table : .table
    }
}

extension DigestCommand {
    private static func habit(_ text: String) throws -> Habit {
        guard let habit = Habit(rawValue: text.lowercased()) else {
            let names = Habit.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(text)\" is no routine, expected one of \(names)")
        }
        return habit
    }
}

/// A file that a digest is written to.
struct DigestFile {
    private enum Form: String {
        case eml, html, txt, json
    }

    private let path: String
    private let form: Form

    /// The file of a name, in the format that was asked for or that its name says.
    init(_ path: String, stated: OutputFormat?) throws {
        self.path = path
        let ending = (path as NSString).pathExtension.lowercased()
        switch (stated, Form(rawValue: ending)) {
        case (.html, .eml), (nil, .eml): form = .eml
        case (.html, _), (nil, .html): form = .html
        case (.json, _), (nil, .json): form = .json
        case (.table, _), (nil, .txt): form = .txt
        default:
            throw Diagnostic(
                "digest-format", "\"\(path)\" does not say what it is to be",
                help: "end it with .eml, .html, .txt or .json, or say --format text, html or json", exit: .usage)
        }
    }

    func write(_ digest: DigestAnswer) throws {
        let bytes: [UInt8] =
            switch form {
            case .eml: digest.draft.bytes
            case .html: Array(HabitPage(digest).html.utf8)
            case .txt: Array(digest.plainText.utf8)
            case .json: Array((payload(digest).line + "\n").utf8)
            }
        try ReplacedFile.write(path) { try $0(bytes) }
    }

    private func payload(_ digest: DigestAnswer) -> JSON {
        digest.simulatedSeed.map { SimulatedAnswer(answer: digest, seed: $0).json } ?? digest.json
    }
}
