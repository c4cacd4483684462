import ArgumentParser
import FlywheelKit
import FlywheelRuntime

/// `flywheel backtest`.
struct BacktestCommand: ListingCommand {
    static let examples = [
        "flywheel backtest", "flywheel backtest --workflow inventory", "flywheel backtest --format csv",
    ]
    static let configuration = CommandConfiguration.answering(
        "backtest", "Holds revenue at risk against what was really lost.", examples: examples,
        exits: [.done, .failed, .usage],
        discussion: """
            Of problems that ended without anybody's act: what their terms predicted
            when they opened, beside the sales that stayed away. 1 is right, less is
            too dear. Fewer than 30 problems are inconclusive. Each problem is a row
            of the JSON and the CSV.

            Nobody acts on what looks small, so it says little of the rows that people
            worked on. Sales after a good spell fall back by themselves, and those
            after a bad one recover, with or without a problem.
            """,
        seeAlso: ["flywheel warnings", "flywheel explain back-test", "flywheel export outcomes"])

    @Option(
        help: ArgumentHelp("Only this workflow's.", valueName: "id"),
        completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
    var workflow: String?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        try Session(global, surroundings).backtest(of: workflow)
    }
}
