import FlywheelKit
import FlywheelStore
import Transfers

/// Tells all who listen what is new in the journal. One look at the journal serves them all: however many there are, they
/// hold nothing but the place they have come to.
actor EventHub {
    /// What a place in the journal is followed by.
    enum Next: Sendable {
        /// These events, oldest first, up to an entry's end.
        case lines([JournalLine])
        /// Nothing so far; the newest entry's place.
        case nothing(Int64)
        /// More than is kept here: whoever asks has to read the journal, up to the newest entry's place.
        case tooFarBack(Int64)
    }

    private let store: any Store
    private let pause: Duration
    /// The newest events, oldest first, whole entries alone.
    private var newest: [JournalLine] = []
    /// The entry before the first one of ``newest``, and the newest entry.
    private var begin: Int64?
    private var end: Int64 = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var lastWaiter = 0
    private var isLooking = false

    /// The most events kept for those who are a little behind.
    private static let most = 4_096

    /// - Parameter pause: between two looks at the journal, while somebody listens.
    init(_ store: any Store, pause: Duration = .milliseconds(250)) {
        self.store = store
        self.pause = pause
    }

    /// What follows a place, waiting for it for a while.
    func next(after place: Int64, within patience: Duration) async throws -> Next {
        if begin == nil { try await beginAtTheEnd() }
        if let found = known(after: place) { return found }
        await wait(atMost: patience)
        return known(after: place) ?? .nothing(end)
    }

    private func known(after place: Int64) -> Next? {
        guard let begin, place < end else { return nil }
        guard place >= begin else { return .tooFarBack(end) }
        let lines = newest[newest.prefixCount { $0.sequence <= place }...]
        // Entries without events leave nothing to tell.
        return lines.isEmpty ? nil : .lines(Array(lines))
    }

    // MARK: Waiting

    private func wait(atMost patience: Duration) async {
        lastWaiter += 1
        let number = lastWaiter
        if !isLooking {
            isLooking = true
            Task { await lookWhileSomebodyWaits() }
        }
        let alarm = Task {
            try? await Task.sleep(for: patience)
            wake(number)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { continuation.resume() } else { waiting[number] = continuation }
            }
        } onCancel: {
            Task { await self.wake(number) }
        }
        alarm.cancel()
    }

    private func wake(_ number: Int) { waiting.removeValue(forKey: number)?.resume() }

    private func lookWhileSomebodyWaits() async {
        // A look after the last one left costs nothing, and readers come back at once.
        while !waiting.isEmpty {
            try? await Task.sleep(for: pause)
            // What fails now may go well in a moment; readers get their heartbeat meanwhile.
            if (try? await look()) == true {
                let woken = waiting.values
                waiting = [:]
                for continuation in woken { continuation.resume() }
            }
        }
        isLooking = false
    }

    // MARK: Looking

    /// What stands in the journal already is for those who ask for it to read.
    private func beginAtTheEnd() async throws {
        let newest = try await blocking { [store] in try store.journalEnd() }
        // Another reader may have come first, and the hub may have read on since.
        guard begin == nil else { return }
        (begin, end) = (newest, newest)
    }

    /// Reads on in the journal.
    ///
    /// - Returns: whether there was anything new.
    private func look() async throws -> Bool {
        let lines = try await blocking { [store, end] in try store.events(after: end, limit: Self.most) }
        guard let last = lines.last else { return false }
        newest += lines
        end = last.sequence
        while newest.count > Self.most, let oldest = newest.first?.sequence, oldest < end {
            newest.removeFirst(newest.prefixCount { $0.sequence <= oldest })
            begin = oldest
        }
        return true
    }
}
