import ArgumentParser
import FlywheelKit

/// `flywheel stall`.
struct StallCommand: ListingCommand {
    static let examples = ["flywheel stall", "flywheel stall --format json", "flywheel stall --format csv"]
    static let configuration = CommandConfiguration.answering(
        "stall", "Shows whether the wheel turns, where it stalls, and what to do next.", examples: examples,
        exits: [.done, .failed, .usage],
        discussion: """
            The diagnosis is one of no-ranking, no-capacity, no-capture, no-decision,
            weekly-detection, no-verification, healthy and inconclusive. It follows
            from what each of the six phases passes on, over the newest half a year at
            most; the cycle and the trends are of the whole history. JSON has all
            weeks, months, conditions and ids.
            """,
        seeAlso: ["flywheel explain no-capture", "flywheel schema stall", "flywheel queue"])

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        try Session(global, surroundings).stall()
    }
}
