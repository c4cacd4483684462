import FlywheelStore
import Foundation
import Synchronization

/// Small answers that every request needs, kept for as long as nobody wrote to the database.
///
/// A read takes a turn of a reader and of its thread, which was most of the work of a served answer. Whether anybody wrote
/// since, in this process or another, two calls of the system say: every commit writes to the log beside the database.
final class KeptReads: Sendable {
    /// What was asked.
    enum Key: Hashable {
        case journalEnd
        case token([UInt8])
        case signIn([UInt8])
        case person(PersonID)
    }

    private struct State {
        var stamp: FileStamp?
        var answers: [Key: any Sendable] = [:]
    }

    /// Answers kept at once, far more than people are at work.
    private static let most = 1_024

    private let files: [String]
    private let state = Mutex(State())

    /// - Parameter path: the database's file.
    init(path: String) { files = [path, path + "-wal"] }

    /// The kept answer, or a new one. That there is none is not kept: whoever guesses would fill the memory.
    func answer<Value: Sendable>(
        to key: Key, _ read: () throws(StoreError) -> Value?
    ) throws(StoreError) -> Value? {
        // Taken before the read: what is committed in between makes the answer newer than its stamp, never older.
        guard let stamp = FileStamp(files) else { return try read() }
        let kept = state.withLock { $0.stamp == stamp ? $0.answers[key] as? Value : nil }
        if let kept { return kept }
        guard let value = try read() else { return nil }
        state.withLock { state in
            if state.stamp != stamp || state.answers.count >= Self.most { state = State(stamp: stamp) }
            state.answers[key] = value
        }
        return value
    }
}

/// When files were last written, once that is so long ago that a later write cannot have the same time.
private struct FileStamp: Equatable {
    private struct File: Equatable {
        let inode: UInt64
        let size: Int64
        let written: Int64
    }

    /// The clocks of file systems tick every 10 ms at the slowest, more slowly than commits may follow each other.
    private static let settling: Int64 = 20_000_000

    private let files: [File?]

    /// - Returns: `nil` where one of them was written just now, or is said to have been written later than now.
    init?(_ paths: [String]) {
        files = paths.map { path in
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            return File(
                inode: UInt64(status.st_ino), size: Int64(status.st_size), written: Self.nanoseconds(status.st_mtim))
        }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let last = files.compactMap { $0?.written }.max()
        guard let last, last + Self.settling < Self.nanoseconds(now) else { return nil }
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
