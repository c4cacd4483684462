import Commitments
import FlywheelHost
import FlywheelStore
import Logging
import ServiceLifecycle

/// Writes down promises of updates and of maintenance as they are missed, so that whoever follows the journal is told.
struct MissedPromises: Service {
    let house: House
    let logger: Logger

    /// How often it looks: nobody is told later than this.
    private static let pause = Duration.seconds(5)

    func run() async {
        await Rounds.go(every: Self.pause, from: ()) { look() }
    }

    /// One look. What failed stands in the log, and the next look tries again.
    func look() {
        guard house.simulated == nil else { return }
        let desk = CommitmentDesk(
            house.host.store, settings: house.commitments, actor: .flywheel, now: house.now())
        do {
            for id in try desk.noteMissed() { logger.warning("promise missed", metadata: ["id": "\(id)"]) }
        } catch {
            logger.error("not looked for missed promises", metadata: ["why": "\(error)"])
        }
    }
}
