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

/// What `doctor` and `journal verify` print.
struct ChecksAnswer: Answer {
    /// The schema's name.
    let schema: String
    let checks: [Check]

    let listKey: String? = "checks"
    let columns = ["check", "state", "finding", "help"]

    var rows: [JSON] {
        checks.map {
            [
                "check": .text($0.name), "state": .text($0.needsLook ? "look" : "ok"), "finding": .text($0.finding),
                "help": .text($0.help),
            ]
        }
    }

    var json: JSON { ["schema": .text(schema), "ok": .bool(exit == .done), "checks": .array(rows)] }

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
