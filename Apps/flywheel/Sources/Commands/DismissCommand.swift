import ArgumentParser
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// `flywheel dismiss`.
struct DismissCommand: AnsweringCommand {
    static let examples = [
        "flywheel dismiss X1042 --reason noise",
        "flywheel dismiss X1042 X1043 --reason known --note \"sold out on purpose\"",
        "flywheel dismiss 1042 --reason duplicate --as mia",
    ]
    static let configuration = CommandConfiguration.answering(
        "dismiss", "Says of exceptions that there is nothing to do: noise, known, or the same as another.",
        examples: examples, exits: Session.workExits,
        discussion: """
            They end with the next rotation and teach detection; until then undo and
            reopen take it back. What is dismissed stays away while it goes on, for 90
            days at most, until it is half as bad again or begins that was foreseen.
            """,
        seeAlso: ["flywheel close", "flywheel snooze", "flywheel thresholds"])

    @OptionGroup var ids: IDs<ExceptionRecord>

    @Option(
        help: ArgumentHelp("What it is instead: noise, known or duplicate.", valueName: "word"),
        completion: .list(LoopWords.dismissals.map(\.rawValue)), transform: LoopWords.dismissal)
    var reason: Verdict

    @Option(help: ArgumentHelp("What else to remember.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try session.work(.dismiss, on: ids) { bench, id throws(WorkError) in
            try bench.dismiss(id, as: reason, note: note)
        }
    }
}
