import FlywheelSQLite

/// What `migrate` prints.
struct MigrationAnswer: Answer {
    let path: String
    /// The schema as it was found.
    let schema: StoreSchema
    /// What was done; `nil` where nothing was.
    let upgrade: StoreUpgrade?

    let columns = ["step"]
    let listKey: String? = "steps"
    var rows: [JSON] { schema.pending.map { ["step": .text($0)] } }
    var json: JSON {
        [
            "schema": "flywheel.migration/1", "store": .text(path), "from": .text(from), "to": .text(to),
            "isDone": .bool(isDone), "steps": .array(rows), "copy": .text(upgrade?.copy),
        ]
    }

    private var from: String { schema.applied.last ?? "" }
    private var to: String { schema.pending.last ?? from }
    private var isDone: Bool { schema.pending.isEmpty || upgrade != nil }

    var exit: Exit { isDone ? .done : .waits }

    func text(on page: Page) -> [String] {
        if let upgrade { return page.wrapped(upgrade.sentence) + page.next("flywheel doctor") }
        guard !isDone else { return page.wrapped("\(path.visible) is up to date, at \(from)") }
        return page.wrapped(
            "\(path.visible) is at \(from); it would take \(Numbers.count(schema.pending.count, "step")), and be copied first:"
        )
            + schema.pending.map { "  \($0)" } + page.next("flywheel migrate")
    }
}

extension StoreUpgrade {
    /// What was done, in a sentence.
    var sentence: String {
        "The store was brought from \(from) to \(to); as it was it stands at \(copy.visible)"
    }
}
