import ArgumentParser
import FlywheelHost
import FlywheelRuntime

extension ChangesCommand {
    /// `flywheel changes score`.
    struct Score: ListingCommand {
        static let examples = [
            "flywheel changes score", "flywheel changes score --as-of 2026-12-20",
            "flywheel changes score --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "score", "Holds what was expected of proposed prices against what was sold.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: """
                A proposal that was not taken is held against what was expected at the price
                until then, so test mode shows what the expectations are worth. At least
                seven days of prices and sales are needed, and 28 are counted at most.
                """, seeAlso: ["flywheel changes", "flywheel explain test-mode"])

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let desk = session.host.changeDesk(session.actor, now: session.now)
            do throws(ChangeError) {
                return ScoresAnswer(scores: try desk.scores(), asOf: session.now)
            } catch {
                throw Diagnostic(error, clock: session.clock)
            }
        }
    }
}
