import ArgumentParser
import Calendars
import ExampleSeller
import FlywheelKit
import Foundation

/// `flywheel demo`.
struct DemoCommand: AnsweringCommand {
    static let examples = [
        "flywheel demo example", "flywheel demo example --seed 11", "flywheel demo example --small --as-of 2027-03-15",
    ]
    static let configuration = CommandConfiguration.answering(
        "demo", "Writes the exports of an invented seller, to try everything with.", examples: examples,
        exits: [.done, .failed, .refused, .usage],
        discussion: """
            Two marketplaces and a year: 3,300 listings, with a folder of exports for each of twelve Mondays and for the
            last day, 2026-11-20 unless --as-of names another: the marketplaces' reports, and the seller's own tables of
            costs, suppliers, orders, offers, traffic and deals. Import the folders in order and rotate after each to see
            problems come and go.
            """, seeAlso: ["flywheel import", "flywheel rotate"])

    @Argument(help: ArgumentHelp("The folder to write into; made when missing.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Another number makes another seller.", valueName: "number"))
    var seed: UInt64 = 7

    @Flag(help: "240 listings, a hundred days of orders, and the exports of the last day alone.")
    var small = false

    @Flag(help: "Write even where the folder holds other files; those of the same names are replaced.")
    var yes = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let asOf = global.asOf == nil ? ExampleSeller.lastDay : global.asOf(in: .utc, surroundings).utcDay
        let seller = ExampleSeller(seed: seed, small ? .morning : .year, asOf: asOf)
        var files: [(path: String, bytes: Int)] = []
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard try yes || FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else {
                throw Diagnostic(
                    "not-empty", "\(folder) is not empty, expected a new or an empty folder; nothing was written",
                    help: "name another folder, or add --yes to mean it", exit: .refused)
            }
            try seller.forEachFile { file in
                let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
                if files.last?.path.hasPrefix("\(file.folder)/") != true {
                    try FileManager.default.createDirectory(
                        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                }
                try Data(file.bytes).write(to: url)
                files.append((file.path, file.bytes.count))
            }
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "writing into", path: folder)
        }
        return DemoAnswer(folder: folder, files: files, seed: seed, asOf: asOf)
    }
}
