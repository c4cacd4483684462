import FlywheelKit
import FlywheelSQLite
import FlywheelStore

/// What `backup copies` prints: what lies beside a store of its own past.
struct CopiesAnswer: Answer {
    let store: String
    let copies: [StoreCopy]

    let listKey: String? = "copies"
    let columns = ["name", "bytes", "written"]
    var rows: [JSON] {
        copies.map { ["name": .text($0.name), "bytes": .count($0.bytes), "written": .instant($0.written)] }
    }
    var json: JSON { ["schema": "flywheel.store-copies/1", "store": .text(store), "copies": .array(rows)] }

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
