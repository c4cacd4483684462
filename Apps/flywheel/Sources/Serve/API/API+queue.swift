import HTTPTypes
import People

extension API {
    /// The queue, and turning the wheel.
    static let queue: [APICommand] = [
        .get(
            "/queue", "listQueue", QueueCommand.self, in: "Queue", gives: "queue",
            options: [
                "limit", "cursor", "order", "workflow", "tier", "owner", "mine", "state", "lane", "parent", "all",
                "since", "actBy", "unclaimed", "account", "marketplace",
            ],
            rules: [
                "cursor": .pattern(
                    "^((act-now|active|predicted|unpriced):)?[0-9]{1,9}(@R[1-9][0-9]{0,17})?$",
                    example: "40@R12 or predicted:3@R12"),
                "parent": .id("X"), "since": .id("R"), "actBy": .either(["now", "today"], .moment),
            ]),
        .post("/rotations", "rotate", RotateCommand.self, for: .supply, in: "Queue", gives: "rotation", when: .once),
    ]

    /// Exceptions, and the work on them.
    static let exceptions =
        records
        + work.map { verb in
            .post(
                "/exceptions/{id}/\(verb.word)", "\(verb.word)Exception", verb.command, for: .work, in: "Exceptions",
                gives: "work", taking: ["id"] + verb.positionals, options: verb.options, rules: verb.rules,
                when: .unchanged(.exception))
        }

    private static let records: [APICommand] = [
        .list(
            "/exceptions", "listExceptions", ExportCommand.self, in: "Exceptions", gives: "exceptions",
            always: ["exceptions"]),
        .get(
            "/exceptions/{id}", "showException", ShowCommand.self, in: "Exceptions", gives: "show",
            taking: ["id"], options: ["numbers"], of: .exception),
        .post(
            "/exceptions/{id}/playbook", "openPlaybook", ShowCommand.self, for: .work, in: "Exceptions",
            gives: "show", taking: ["id"], always: ["--playbook"], when: .unchanged(.exception)),
        .get(
            "/exceptions/{id}/draft", "draftToMarketplace", DraftCommand.self, in: "Exceptions", gives: "draft",
            taking: ["id"]),
        .post(
            "/exceptions", "addException", AddCommand.self, for: .work, in: "Exceptions", gives: "work",
            taking: ["kind", "sku"],
            options: ["about", "share", "sum", "kindNew", "account", "marketplace", "note"], when: .once),
        .list(
            "/outcomes", "listOutcomes", ExportCommand.self, in: "Exceptions", gives: "outcomes", always: ["outcomes"]),
    ]

    /// A thing to do with exceptions.
    struct Work: Sendable {
        let word: String
        let command: any AnsweringCommand.Type
        var positionals: [String] = []
        var options: [String] = []
        var rules: [String: ValueRule] = [:]
    }

    /// What can be done with one exception or with several.
    static let work = [
        Work(word: "claim", command: ClaimCommand.self), Work(word: "release", command: ReleaseCommand.self),
        Work(word: "assign", command: AssignCommand.self, options: ["to"]),
        Work(word: "snooze", command: SnoozeCommand.self, options: ["until", "reason"]),
        Work(word: "note", command: NoteCommand.self, positionals: ["text"]),
        Work(word: "step", command: StepCommand.self, positionals: ["step"]),
        Work(word: "close", command: CloseCommand.self, options: ["cause", "causeNew", "note", "minutes"]),
        Work(word: "dismiss", command: DismissCommand.self, options: ["reason", "note"]),
        Work(word: "reopen", command: ReopenCommand.self), Work(word: "undo", command: UndoCommand.self),
    ]
}
