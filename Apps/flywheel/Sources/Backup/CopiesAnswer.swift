import FlywheelKit
import FlywheelSQLite
import FlywheelStore

/// What `backup copies` prints: what lies beside a store of its own past.
struct CopiesAnswer: DocumentedAnswer {
    let store: String
    let copies: [StoreCopy]

    let listKey: String? = "copies"

    static let document = Document(
        "store-copies", "The copies of a store that upgrades and restores left beside it.", members)

    static let members: Members<Self> = [
        "store": .value(\.store),
        "copies": .list(\.copies, ["name": .value(\.name), "bytes": .value(\.bytes), "written": .value(\.written)]),
    ]

    func text(on page: Page) -> [String] {
        guard let first = copies.first else { return page.wrapped("No copy lies beside \(store.visible)") }
        return copies.flatMap { page.wrapped($0.words(at: page.clock.now).visible) }
            + page.next("flywheel backup remove \(first.name.shellWord) --yes")
    }
}

extension StoreCopy {
    /// Which it is, how large and how old.
    func words(at now: Instant) -> String {
        let days = max(0, (now.seconds - written.seconds) / 86_400)
        return "\(name), \(Numbers.bytes(bytes)), \(days == 0 ? "of today" : "\(Numbers.count(days, "day")) old")"
    }
}

extension Session {
    /// The names of the copies that lie beside the store.
    var copies: [String] { (wholeStore as? SQLiteStore)?.copies.map(\.name) ?? [] }
}
