import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation

/// `flywheel draft`.
struct DraftCommand: AnsweringCommand {
    static let examples = [
        "flywheel draft X1042", "flywheel draft X1042 --output appeal.txt", "flywheel draft 1042 --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "draft", "Prints a text to the marketplace about an exception, with what it has to prove.", examples: examples,
        exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            What a person has to add stands in it as missing. Nothing is sent; a file that
            is there is never overwritten.
            """, seeAlso: ["flywheel show"])

    @Argument(
        help: ArgumentHelp("The exception.", valueName: "id"),
        completion: Completions.completion(of: ExceptionRecord.letter))
    var id: String

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        let ids = try IDs<ExceptionRecord>.parse([id]).read(session.inputLines)
        guard let id = ids.first, let explanation = try session.host.explanation(of: id, at: session.now) else {
            throw Diagnostic(.unknown(ids.first ?? ExceptionID(0)), clock: session.clock)
        }
        guard let draft = explanation.resolution.draft else {
            throw Diagnostic(
                "no-draft", "nothing is to be written to the marketplace about \(id)", help: "flywheel show \(id)",
                exit: .refused)
        }
        let answer = DraftAnswer(
            exception: id, draft: draft, isOfGroup: explanation.exception.isGroup, file: output == "-" ? nil : output)
        if output != "-" { try Self.write(answer.lines.map { $0 + "\n" }.joined(), to: output) }
        return answer
    }

    private static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw Diagnostic(.exists(path: path))
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "writing", path: path)
        }
    }
}
