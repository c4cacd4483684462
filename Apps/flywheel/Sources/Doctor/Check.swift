/// One thing that `doctor` looked at.
struct Check: Hashable {
    /// What was looked at.
    let name: String
    /// Whether a person should look at it.
    let needsLook: Bool
    /// What was found.
    let finding: String
    /// The command that leads on, where something waits.
    let help: String?

    static func ok(_ name: String, _ finding: String) -> Check {
        Check(name: name, needsLook: false, finding: finding, help: nil)
    }

    static func look(_ name: String, _ finding: String, help: String? = nil) -> Check {
        Check(name: name, needsLook: true, finding: finding, help: help)
    }
}

extension Check: JSONRecord {
    static let members: Members<Self> = [
        "check": .value(\.name), "state": .word(of: ["ok", "look"]) { $0.needsLook ? "look" : "ok" },
        "finding": .value(\.finding), "help": .value(\.help),
    ]
}

/// What `doctor`, `journal verify` and `backup verify` print.
struct ChecksAnswer: DocumentedAnswer {
    let document: Document
    let checks: [Check]

    let listKey: String? = "checks"

    static let document = Document("doctor", "What was looked at, and what needs a person.", members)
    static let documentOfJournal = Document(
        "journal", "Whether the journal's events and seals agree.", members)
    static let documentOfBackup = Document(
        "backup-check", "Whether a backup is whole, and what is in it.", members)

    static let members: Members<Self> = ["ok": .value { $0.exit == .done }, "checks": .value(\.checks)]

    var exit: Exit { checks.contains(where: \.needsLook) ? .waits : .done }

    func text(on page: Page) -> [String] {
        let width = checks.map(\.name.cells).max() ?? 0
        let lines = checks.flatMap { check in
            page.wrapped(
                check.finding.visible,
                head: (check.needsLook ? page.ink("look", .yellow) : page.ink("ok", .green) + "  ")
                    + "  \(check.name.padded(toCells: width).visible)  ")
        }
        guard let help = checks.first(where: \.needsLook)?.help else { return lines + page.next("flywheel queue") }
        return lines + page.next(help)
    }
}
