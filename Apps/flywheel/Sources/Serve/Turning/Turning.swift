import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Logging
import ServiceLifecycle
import Synchronization

/// Keeps the queue current while the server is up: takes in files that arrive, and turns the wheel when there are new
/// facts, and in any case after some time, since clocks and deadlines run on without facts.
struct Turning: Service {
    let house: House
    /// Where files arrive; `nil` where nobody puts any.
    let watch: String?
    /// The longest time between two rotations.
    let minutes: Int
    /// Has the long work done beside the server.
    let errands: Errands
    let logger: Logger
    /// The rotation that nothing can follow, once it was said.
    private let ahead = Said()

    /// How often it looks.
    private static let pause = Duration.seconds(5)

    func run() async {
        await withGracefulShutdownHandler {
            await Rounds.go(every: Self.pause, from: watch.map(WatchedFolder.init(path:))) { look(at: $0) }
        } onGracefulShutdown: {
            errands.end()
        }
    }

    /// One look: files first, so that a rotation sees them.
    ///
    /// - Returns: what the next look is at. Files that could not be taken in are new to it again.
    func look(at folder: WatchedFolder?) -> WatchedFolder? {
        guard house.simulated == nil else { return folder }
        let next = noting("not imported", else: folder) { try takeIn(from: folder) }
        noting("not rotated", else: ()) { try turnIfDue() }
        return next
    }

    private func takeIn(from folder: WatchedFolder?) throws -> WatchedFolder? {
        guard var folder else { return nil }
        let files = try folder.arrivals()
        guard !files.isEmpty else { return folder }
        let exit = try errands.run("import", files, as: "watched-folder")
        logger.info("imported", metadata: ["files": "\(files.count)", "exit": "\(exit.rawValue)"])
        return folder
    }

    private func turnIfDue() throws {
        guard try isDue() else { return }
        _ = try errands.run("rotate", as: "schedule")
        let turned = try house.host.store.currentRotation()?.id
        logger.info("rotated", metadata: ["rotation": "\(turned?.description ?? "")"])
    }

    /// What failed stands in the log, and nothing half-done is visible; the next look tries again.
    private func noting<Result>(_ what: Logger.Message, else result: Result, _ work: () throws -> Result) -> Result {
        do { return try work() } catch is CancellationError {
            return result
        } catch let failure as Errands.Failure {
            logger.error(what, metadata: ["why": "\(failure)"])
            return result
        } catch {
            let diagnostic = Diagnostic(error, clock: house.clock)
            logger.error(what, metadata: ["code": "\(diagnostic.code)", "why": "\(diagnostic.sentence)"])
            return result
        }
    }

    private func isDue() throws -> Bool {
        if let last = try house.host.store.currentRotation(), house.isAhead(last) {
            if ahead.isNew(last.id) {
                let why = Diagnostic(RotationError.earlier(than: last.id, last.asOf), clock: house.clock)
                logger.error(
                    "not rotated",
                    metadata: ["code": "\(why.code)", "why": "\(why.sentence)", "help": "\(why.help ?? "")"])
            }
            return false
        }
        return try Self.isDue(house.host.store, at: house.now(), minutes: minutes)
    }

    /// Whether other facts count than those the last rotation knew, or it is too long ago. Never before any came in.
    static func isDue(_ store: any Store, at now: Instant, minutes: Int) throws -> Bool {
        let imports = try store.imports()
        guard let last = try store.currentRotation() else { return imports.contains { $0.state == .kept } }
        guard last.asOf < now else { return false }
        guard now.seconds - last.asOf.seconds < Int64(minutes) * 60 else { return true }
        return try RotationSummary(of: last)?.facts != FeedLedger(imports, asOf: now).digest
    }
}

/// What was said last, so that it is said once and not at every look.
private final class Said: Sendable {
    private let last = Mutex<RotationID?>(nil)

    /// Whether this is not what was said last; it is from now on.
    func isNew(_ id: RotationID) -> Bool {
        last.withLock { last in
            defer { last = id }
            return last != id
        }
    }
}
