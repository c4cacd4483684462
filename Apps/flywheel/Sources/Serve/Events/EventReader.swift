import FlywheelKit
import FlywheelStore
import Synchronization
import Transfers

/// One who listens: the place they have come to, and what they want to be told.
///
/// What is sent next is made when the last piece was taken, so a slow reader holds up nobody and fills nothing; one who
/// falls behind what the hub keeps reads the journal, a page at a time.
final class EventReader: Sendable {
    private let hub: EventHub
    private let store: any Store
    private let text: EventText
    private let place: Mutex<Int64>
    private let heartbeat: Duration
    /// Whether the hub's lines are this reader's; those of some accounts alone are read through their own store.
    private let seesAll: Bool
    private let mayGoOn: @Sendable () throws -> Bool
    private let hasBegun = Mutex(false)

    /// - Parameters:
    ///   - store: the journal as the reader may know it.
    ///   - place: the last entry they were told of.
    ///   - mayGoOn: asked before anything is told; the first no is the end.
    init(
        _ hub: EventHub, _ store: any Store, seesAll: Bool, after place: Int64, _ text: EventText,
        heartbeat: Duration = .seconds(15), mayGoOn: @escaping @Sendable () throws -> Bool
    ) {
        self.hub = hub
        self.store = store
        self.seesAll = seesAll
        self.place = Mutex(place)
        self.text = text
        self.heartbeat = heartbeat
        self.mayGoOn = mayGoOn
    }

    /// The next piece: events, or a comment that keeps the connection open. `nil` once the reader is gone, or may know no
    /// more of it.
    func next() async throws -> [UInt8]? {
        if hasBegun.withLock({ begun in
            defer { begun = true }; return !begun
        }) {
            return Array("retry: 2000\n\n".utf8)
        }
        let start = place.withLock { $0 }
        let found = try await hub.next(after: start, within: heartbeat)
        guard !Task.isCancelled else { return nil }
        let known = try await blocking { [self] in try mayGoOn() ? lines(of: found, after: start) : nil }
        guard let (lines, end) = known else { return nil }
        place.withLock { $0 = max(start, lines.last?.sequence ?? end) }
        let told = text.text(of: lines)
        return Array((told.isEmpty ? ":\n\n" : told).utf8)
    }

    /// What the reader may know of what was found, and where they stand when that is nothing.
    private func lines(of found: EventHub.Next, after start: Int64) throws -> (lines: [JournalLine], end: Int64) {
        switch found {
        case .nothing(let end): ([], end)
        case .lines(let lines) where seesAll: (lines, start)
        case .lines(let lines):
            (try store.events(after: start, limit: EventText.mostOfOneEntry), lines.last?.sequence ?? start)
        case .tooFarBack(let end): (try store.events(after: start, limit: EventText.mostOfOneEntry), end)
        }
    }
}
