import ArgumentParser
import FlywheelHost
import FlywheelRuntime
import FlywheelStore

/// `flywheel rotate`.
struct RotateCommand: AnsweringCommand {
    static let examples = [
        "flywheel rotate", "flywheel rotate --as-of 2026-11-20",
        "flywheel rotate --format json --store northwind.flywheel",
    ]
    static let configuration = CommandConfiguration.answering(
        "rotate", "Looks at all facts from one moment and makes a new queue.", examples: examples,
        exits: [.done, .failed, .refused, .usage])

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: .writing)
        let last = try session.host.store.currentRotation()
            .map { try CanonicalJSON.value(RotationSummary.self, from: $0.summary) }
        do {
            return RotateAnswer(
                summary: try session.host.rotate(asOf: session.now, progress: session.progress), last: last)
        } catch {
            throw Diagnostic(error, clock: session.clock)
        }
    }
}
