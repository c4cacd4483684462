import FlywheelWeb
import People
import Synchronization

/// Answers of one state of the store. What changes the store empties it, so nothing stale is ever in it.
final class AnswerCache: Sendable {
    /// What an answer depends on beside the state: who asks for what.
    struct Key: Hashable {
        let viewer: String
        let rights: Set<Right>
        let scope: AccountScope
        let path: String
        let query: Fields

        init?(_ request: WebRequest) {
            guard let viewer = request.viewer else { return nil }
            self.viewer = viewer.name
            rights = viewer.rights
            scope = viewer.scope
            path = request.path
            query = request.query
        }

        typealias Fields = FlywheelWeb.Fields
    }

    /// A document with its tag.
    struct Entry {
        /// As it is sent: a text would be copied for each reader.
        let bytes: [UInt8]
        let tag: String
    }

    private struct Kept {
        var state: StateTag?
        var entries: [Key: Entry] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())
    private let limit: Int

    /// - Parameter limit: bytes at most.
    init(limit: Int = 32 * 1024 * 1024) { self.limit = limit }

    /// What was answered in this state.
    func entry(_ key: Key, in state: StateTag) -> Entry? {
        kept.withLock { $0.state == state ? $0.entries[key] : nil }
    }

    /// Keeps an answer of a state; the newest state's alone are kept.
    func keep(_ entry: Entry, _ key: Key, in state: StateTag) {
        let size = entry.bytes.count
        guard size <= limit else { return }
        kept.withLock { kept in
            if kept.state != state || kept.bytes + size > limit { kept = Kept(state: state) }
            if let old = kept.entries.updateValue(entry, forKey: key) { kept.bytes -= old.bytes.count }
            kept.bytes += size
        }
    }
}
