import ArgumentParser
import Calendars
import ExampleSeller
import FlywheelKit
import Foundation

/// `flywheel demo`.
struct DemoCommand: AnsweringCommand {
    static let examples = [
        "flywheel demo example", "flywheel demo example --seed 11", "flywheel demo example --as-of 2026-11-20",
    ]
    static let configuration = CommandConfiguration.answering(
        "demo", "Writes the exports of an invented seller, to try everything with.", examples: examples,
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel import", "flywheel rotate"])

    @Argument(help: ArgumentHelp("The folder to write into; made when missing.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Another number makes another seller.", valueName: "number"))
    var seed: UInt64 = 7

    @Flag(help: "Write even where the folder holds other files; those of the same names are replaced.")
    var yes = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let now = global.asOf(in: .utc, surroundings)
        let files = ExampleSeller(seed: seed, asOf: now.utcDay).files()
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard try yes || FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else {
                throw Diagnostic(
                    "not-empty", "\(folder) is not empty, expected a new or an empty folder; nothing was written",
                    help: "name another folder, or add --yes to mean it", exit: .refused)
            }
            for file in files { try Data(file.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(file.name)")) }
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "writing into", path: folder)
        }
        return DemoAnswer(folder: folder, files: files.map { ($0.name, $0.bytes.count) }, seed: seed)
    }
}
