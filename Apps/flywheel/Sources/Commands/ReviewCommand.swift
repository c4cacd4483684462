import FlywheelRuntime
import FlywheelHost
import ArgumentParser
import FlywheelKit
import FlywheelStore
import Learning

/// `flywheel review`.
struct ReviewCommand: AnsweringCommand {
    static let examples = [
        "flywheel review", "flywheel review K12 --label noise", "flywheel review --all --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "review", "Lists what lies just below thresholds and second looks, and takes what you say of it.",
        examples: examples, exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            A rotation looks a step looser at a sample of rows. What only that finds is
            no work and stands in no queue; judging it tells whether a threshold is too
            strict. A second look asks another person about what somebody judged.
            """,
        seeAlso: ["flywheel thresholds", "flywheel dismiss"])

    @Argument(help: ArgumentHelp("What you judge; without --label it is shown.", valueName: "id"))
    var id: String?

    @Option(
        help: ArgumentHelp("What it is: actionable, known, noise or duplicate.", valueName: "label"),
        transform: LoopWords.verdict)
    var label: Verdict?

    @Flag(help: "Lists what was judged as well.")
    var all = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard id != nil || label == nil else {
            throw ValidationError("--label needs an id: flywheel review K12 --label noise")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: label == nil ? .reading : .writing)
        guard let id else {
            return ReviewAnswer(
                candidates: try session.review.candidates(all ? nil : .waiting), plan: session.host.manifests,
                asOf: session.now)
        }
        let number = try Session.number(id, letter: LoopRecord.Kind.candidate.letter)
        if let label { _ = try session.looping { try session.review.judge(number, as: label) } }
        let found = try session.review.candidates().filter { $0.record.number == number }
        guard !found.isEmpty else {
            throw Diagnostic(LoopError.unknown("\(LoopRecord.Kind.candidate.letter)\(number)"), clock: session.clock)
        }
        return ReviewAnswer(candidates: found, plan: session.host.manifests, asOf: session.now)
    }
}
