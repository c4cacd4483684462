import ArgumentParser
import FlywheelHost
import FlywheelRuntime
import FlywheelStore

/// `flywheel claim`.
struct ClaimCommand: AnsweringCommand {
    static let examples = [
        "flywheel claim X1042", "flywheel claim X1042 X1043 --as mia",
        "flywheel queue --tier A | cut -f2 | flywheel claim -",
    ]
    static let configuration = CommandConfiguration.answering(
        "claim", "Takes open exceptions, so that nobody else works on them.", examples: examples,
        exits: Session.workExits)

    @OptionGroup var ids: IDs<ExceptionRecord>
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try session.work(.claim, on: ids) { bench, id throws(WorkError) in try bench.claim(id) }
    }
}

/// `flywheel release`.
struct ReleaseCommand: AnsweringCommand {
    static let examples = [
        "flywheel release X1042", "flywheel release X1042 X1043 --as mia",
        "flywheel queue --mine | cut -f2 | flywheel release -",
    ]
    static let configuration = CommandConfiguration.answering(
        "release", "Lets go of exceptions you have claimed.", examples: examples, exits: Session.workExits,
        discussion: "What was assigned to you stays yours; assign it to somebody else to hand it over.")

    @OptionGroup var ids: IDs<ExceptionRecord>
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try session.work(.release, on: ids) { bench, id throws(WorkError) in try bench.release(id) }
    }
}

/// `flywheel reopen`.
struct ReopenCommand: AnsweringCommand {
    static let examples = [
        "flywheel reopen X1042", "flywheel reopen X1042 X1043", "flywheel reopen 1042 --as mia --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "reopen", "Takes back a close that the data have not judged yet, or ends a snooze.", examples: examples,
        exits: Session.workExits)

    @OptionGroup var ids: IDs<ExceptionRecord>
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try session.work(.reopen, on: ids) { bench, id throws(WorkError) in try bench.reopen(id) }
    }
}

/// `flywheel close`.
struct CloseCommand: AnsweringCommand {
    static let examples = [
        "flywheel close X1042 --cause missing-attribute --note \"brand added to the template\"",
        "flywheel close X1042 --cause supplier-strike --cause-new", "flywheel close 1042 --cause image --as mia",
    ]
    static let configuration = CommandConfiguration.answering(
        "close", "Closes an exception with its root cause; it counts when the data show the recovery.",
        examples: examples,
        exits: Session.workExits)

    @OptionGroup var ids: IDs<ExceptionRecord>

    @Option(help: ArgumentHelp("Why it happened: a cause of its workflow.", valueName: "cause"))
    var cause: String?

    @Flag(help: "The cause is a new one, and not mistyped.")
    var causeNew = false

    @Option(help: ArgumentHelp("What else to remember.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("How long you worked on it, where the journal does not tell.", valueName: "minutes"))
    var minutes: Int?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        if let minutes, !(1...10_000).contains(minutes) {
            throw ValidationError("--minutes is \(minutes), expected 1 to 10000")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let only = try ids.read(session.inputLines)
        let explanation =
            try only.count == 1 ? only.first.flatMap { try session.host.explanation(of: $0, at: session.now) } : nil
        var answer = try session.work(.close, on: only) { bench, id throws(WorkError) in
            try bench.close(id, rootCause: cause, newCause: causeNew, note: note, minutes: minutes)
        }
        if !answer.done.isEmpty, let explanation {
            answer.consequences = explanation.consequences(titles: session.host.manifests)
        }
        return answer
    }
}

extension Session {
    /// What commands that change exceptions end with.
    static let workExits: [Exit] = [.done, .failed, .partly, .refused, .unknown, .usage]

    func work(
        _ verb: WorkAnswer.Verb, on ids: IDs<ExceptionRecord>,
        _ change: (Workbench, ExceptionID) throws(WorkError) -> ExceptionRecord
    ) throws -> WorkAnswer {
        try work(verb, on: ids.read(inputLines), change)
    }

    /// Changes one exception after the other; one that is refused does not keep the others from it.
    func work(
        _ verb: WorkAnswer.Verb, on ids: [ExceptionID],
        _ change: (Workbench, ExceptionID) throws(WorkError) -> ExceptionRecord
    ) throws -> WorkAnswer {
        var done: [ExceptionRecord] = []
        var refused: [Refused] = []
        var members: [ExceptionID: Int] = [:]
        let bench = workbench
        for id in ids {
            let before = try host.versionsOfMembers(of: id)
            do { done.append(try change(bench, id)) } catch {
                refused.append(Refused(id: id.description, why: Diagnostic(error, clock: clock)))
            }
            members[id] = try before.map { before in
                try host.versionsOfMembers(of: id)?.count { before[$0.key] != $0.value } ?? 0
            }
        }
        return WorkAnswer(verb: verb, actor: actor.name, at: now, done: done, members: members, refused: refused)
    }
}

extension Host {
    /// How often each exception was changed that another stands for; `nil` where it stands for none.
    fileprivate func versionsOfMembers(of id: ExceptionID) throws -> [ExceptionID: Int]? {
        guard try store.exception(id)?.isGroup == true else { return nil }
        return Dictionary(
            try store.members(of: id).map { ($0.id, $0.version) }, uniquingKeysWith: { first, _ in first })
    }
}
