import ArgumentParser
import FlywheelKit
import FlywheelRuntime

/// `flywheel warnings`.
struct WarningsCommand: ListingCommand {
    static let examples = [
        "flywheel warnings", "flywheel warnings --workflow inventory", "flywheel warnings --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "warnings", "Shows how well predictions came true, rule by rule.", examples: examples,
        exits: [.done, .failed, .usage],
        discussion: """
            A rule is a kind of problem that was ever predicted. Predictions that came
            true are held against those that lapsed (precision) and against what began
            without one (recall), each with the range that holds it in 8 of 10 cases.
            """,
        seeAlso: ["flywheel queue --predicted", "flywheel explain precision", "flywheel export outcomes"])

    @Option(
        help: ArgumentHelp("Only this workflow's.", valueName: "id"),
        completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
    var workflow: String?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        try Session(global, surroundings).warnings(of: workflow)
    }
}
