import ArgumentParser
import FlywheelHost
import FlywheelRuntime
import FlywheelStore

/// `flywheel assign`.
struct AssignCommand: AnsweringCommand {
    static let examples = [
        "flywheel assign X1042 --to ben", "flywheel assign X1042 X1043 --to \"Ben O.\" --as mia",
        "flywheel queue --tier A | cut -f2 | flywheel assign - --to ben",
    ]
    static let configuration = CommandConfiguration.answering(
        "assign", "Gives open exceptions to somebody to answer for.", examples: examples, exits: Session.workExits,
        discussion: """
            No rule gives them to another, before they claim them or after they release them. What somebody else has claimed
            stays with them, unless a lead assigns it at a server, and somebody else may claim what is only assigned. Nobody
            is given what is of an account they may not know of.
            """)

    @OptionGroup var ids: IDs<ExceptionRecord>

    @Option(help: ArgumentHelp("Who is to answer for them.", valueName: "name"))
    var to: String

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws { try GlobalOptions.check(name: to, flag: "--to") }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        return try session.work(.assign, on: ids) { bench, id throws(WorkError) in
            try session.assign(id, to: to, at: bench)
        }
    }
}

/// `flywheel note`.
struct NoteCommand: AnsweringCommand {
    static let examples = [
        "flywheel note X1042 \"supplier answers on Monday\"", "flywheel note X1042 X1043 \"same case\" --as mia",
        "flywheel queue --mine | cut -f2 | flywheel note - \"handed over to ben\"",
    ]
    static let configuration = CommandConfiguration.answering(
        "note", "Writes something down about exceptions, open or not.", examples: examples, exits: Session.workExits,
        discussion: "The text is kept apart from the journal, which holds only a keyed digest of it.")

    @Argument(
        help: ArgumentHelp(
            "One or more ids, - for standard input; then the text, in quotes.", valueName: "ids> <text"))
    var words: [String]

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard words.count > 1 else { throw ValidationError("a note needs an id and a text, found one word") }
        if let last = words.last, last == "-" || ExceptionID(text: last) != nil {
            throw ValidationError("the text is \"\(last)\", expected words after the ids")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let ids = try IDs<ExceptionRecord>.parse(Array(words.dropLast()))
        return try session.work(.note, on: ids) { bench, id throws(WorkError) in
            try bench.note(id, words.last ?? "")
        }
    }
}

/// `flywheel snooze`.
struct SnoozeCommand: AnsweringCommand {
    static let examples = [
        "flywheel snooze X1042 --until 2026-12-01 --reason supplier",
        "flywheel snooze X1042 X1043 --until 2026-12-01T08:00:00Z --reason \"asked Joe\"",
        "flywheel queue --mine | cut -f2 | flywheel snooze - --until 2026-12-24 --reason leave",
    ]
    static let configuration = CommandConfiguration.answering(
        "snooze", "Takes open exceptions out of the queue until a moment.", examples: examples,
        exits: Session.workExits,
        discussion: """
            They still count, and flywheel queue --state snoozed lists them. A rotation brings one back earlier when it
            comes true, when its amount at risk is at least half as much again, or when it gets one for the first time.
            """)

    @OptionGroup var ids: IDs<ExceptionRecord>

    @Option(
        help: ArgumentHelp("When they return; a day means its beginning.", valueName: "when"),
        transform: Moment.init(argument:))
    var until: Moment

    @Option(help: ArgumentHelp("Why: a word, or a text in quotes, which is kept as a note.", valueName: "reason"))
    var reason: String

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let until = until.beginning(in: session.clock.zone)
        return try session.work(.snooze, on: ids) { bench, id throws(WorkError) in
            try bench.snooze(id, until: until, reason: reason)
        }
    }
}

/// `flywheel step`.
struct StepCommand: AnsweringCommand {
    static let examples = [
        "flywheel step X1042 1", "flywheel step X1042 X1043 2 --as mia",
        "flywheel queue --mine | cut -f2 | flywheel step - 1",
    ]
    static let configuration = CommandConfiguration.answering(
        "step", "Marks a step of exceptions' playbooks done.", examples: examples, exits: Session.workExits,
        discussion: "flywheel show ID --playbook prints the steps.")

    @Argument(
        help: ArgumentHelp(
            "One or more ids, - for standard input; then the step's number, from 1.", valueName: "ids> <step"))
    var words: [String]

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    private var number: Int? { words.last.flatMap { Int($0) } }

    func validate() throws {
        guard words.count > 1, let number, number > 0 else {
            throw ValidationError("the step is \"\(words.last ?? "")\", expected ids and then its number, from 1")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let ids = try IDs<ExceptionRecord>.parse(Array(words.dropLast()))
        return try session.work(.step, on: ids) { bench, id throws(WorkError) in
            try bench.markStep(number ?? 0, of: id)
        }
    }
}

/// `flywheel undo`.
struct UndoCommand: AnsweringCommand {
    static let examples = ["flywheel undo", "flywheel undo X1042", "flywheel undo X1042 X1043 --as mia"]
    static let configuration = CommandConfiguration.answering(
        "undo", "Takes back your last change of an exception, or of those named.", examples: examples,
        exits: Session.workExits,
        discussion: """
            Again takes back the one before. A change that another person or the data built on is not taken back: that
            would take back theirs too.
            """)

    @Argument(
        help: ArgumentHelp("Ids, - for standard input; without one, whatever you changed last.", valueName: "ids"))
    var ids: [String] = []

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let named =
            ids.isEmpty ? [nil] : try IDs<ExceptionRecord>.parse(ids).read(session.inputLines).map(Optional.some)
        var answer = WorkAnswer(verb: .undo, actor: session.actor.name, at: session.now, done: [])
        for id in named {
            do {
                let (exception, undone) = try session.workbench.undo(id)
                answer.done.append(exception)
                answer.undone.append(undone)
            } catch {
                answer.refused.append(.init(id: id?.description, why: Diagnostic(error, clock: session.clock)))
            }
        }
        return answer
    }
}
