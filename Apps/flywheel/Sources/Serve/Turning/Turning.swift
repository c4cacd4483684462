import ArgumentParser
import Dispatch
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Logging
import ServiceLifecycle

/// Keeps the queue current while the server is up: takes in files that arrive, and turns the wheel when there are new
/// facts, and in any case after some time, since clocks and deadlines run on without facts.
struct Turning: Service {
    let house: House
    /// Where files arrive; `nil` where nobody puts any.
    let watch: String?
    /// The longest time between two rotations.
    let minutes: Int
    let logger: Logger

    /// How often it looks.
    private static let pause = Duration.seconds(5)

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await turn() }
    }

    private func turn() async throws {
        var folder = watch.map(WatchedFolder.init(path:))
        while !Task.isCancelled {
            let before = folder
            let (after, turned) = await Self.offThePool { look(at: before) }
            folder = after
            if let turned { logger.info("rotated", metadata: ["rotation": "\(turned)"]) }
            // Being told to end while it waits is no failure.
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// One look: files first, so that a rotation sees them.
    func look(at folder: WatchedFolder?) -> (WatchedFolder?, RotationID?) {
        var folder = folder
        do {
            if let files = try folder?.arrivals(), !files.isEmpty {
                let command = try ImportCommand.parse(["--"] + files)
                let answer = try command.answer(in: house.surroundings(acting: "watched-folder"))
                logger.info("imported", metadata: ["files": "\(files.count)", "exit": "\(answer.exit.rawValue)"])
            }
            guard try isDue() else { return (folder, nil) }
            _ = try RotateCommand.parse([]).answer(in: house.surroundings(acting: "schedule"))
            return (folder, try house.host.store.currentRotation()?.id)
        } catch {
            // The next look tries again; what failed stands in the log, and nothing half-done is visible.
            let diagnostic = Diagnostic(error, clock: house.clock)
            logger.error("not turned", metadata: ["code": "\(diagnostic.code)", "why": "\(diagnostic.sentence)"])
            return (folder, nil)
        }
    }

    /// Whether facts came in since the last rotation looked, or it is too long ago. Never without facts.
    private func isDue() throws -> Bool {
        guard house.simulated == nil else { return false }
        let kept = try house.host.store.imports().filter { $0.state == .kept }
        guard !kept.isEmpty else { return false }
        guard let last = try house.host.store.currentRotation() else { return true }
        let now = house.now()
        guard last.asOf < now else { return false }
        return kept.contains { $0.draft.receivedAt > last.asOf }
            || now.seconds - last.asOf.seconds >= Int64(minutes) * 60
    }

    /// Runs what blocks on a thread that nothing else waits for.
    private static func offThePool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: work()) }
        }
    }
}
