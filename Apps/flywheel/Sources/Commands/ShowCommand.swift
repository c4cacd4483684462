import ArgumentParser
import FlywheelHost
import FlywheelRuntime
import FlywheelStore

/// `flywheel show`.
struct ShowCommand: AnsweringCommand {
    static let examples = [
        "flywheel show X1042", "flywheel show X1042 --playbook", "flywheel show 1042 --numbers --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "show", "Shows why an exception stands where it stands, to the cent, and what to do.", examples: examples,
        exits: [.done, .failed, .unknown, .usage], seeAlso: ["flywheel queue", "flywheel explain full-days"])

    @Argument(
        help: ArgumentHelp("The exception.", valueName: "id"),
        completion: Completions.completion(of: ExceptionRecord.letter))
    var id: String

    @Flag(help: "The days whose sum the amount is made of.")
    var numbers = false

    @Flag(help: "The steps to follow.")
    var playbook = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        let ids = try IDs<ExceptionRecord>.parse([id]).read(session.inputLines)
        // Read in rehearsal of a moment to come, nothing happened yet.
        if playbook, let id = ids.first, session.now <= surroundings.clock.now() {
            do { try session.workbench.openPlaybook(of: id) } catch { throw Diagnostic(error, clock: session.clock) }
        }
        guard let id = ids.first, let explanation = try session.host.explanation(of: id, at: session.now) else {
            throw Diagnostic(.unknown(ids.first ?? ExceptionID(0)), clock: session.clock)
        }
        return try ShowAnswer(explanation, in: session.host, numbers: numbers, playbook: playbook)
    }
}
