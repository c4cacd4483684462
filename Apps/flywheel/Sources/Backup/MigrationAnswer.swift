import FlywheelSQLite

/// What `migrate` prints.
struct MigrationAnswer: DocumentedAnswer {
    let path: String
    /// The schema as it was found.
    let schema: StoreSchema
    /// What was done; `nil` where nothing was.
    let upgrade: StoreUpgrade?

    let listKey: String? = "steps"

    static let document = Document(
        "migration", "The steps of its schema's history that a store has still to take, or took.", members)

    static let members: Members<Self> = [
        "store": .value(\.path), "from": .value(\.from), "to": .value(\.to), "isDone": .value(\.isDone),
        "steps": .list(\.schema.pending, ["step": .value { $0 }]), "copy": .value(\.upgrade?.copy),
    ]

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
