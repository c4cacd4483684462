import Thresholds
import Learning
import ArgumentParser
import Commitments
import FlywheelHost
import FlywheelRuntime
import FlywheelStore

/// `flywheel rotate`.
struct RotateCommand: AnsweringCommand {
    static let examples = [
        "flywheel rotate", "flywheel rotate --as-of 2026-11-20",
        "flywheel rotate --as-of 2026-11-20 --known-at 2026-11-21T06:00:00Z",
    ]
    static let configuration = CommandConfiguration.answering(
        "rotate", "Looks at all facts from one moment and makes a new queue.", examples: examples,
        exits: [.done, .failed, .refused, .usage],
        seeAlso: ["flywheel queue", "flywheel imports", "flywheel explain rotation"])

    @Option(
        help: ArgumentHelp(
            "Looks only at files that had come in by then, where the last rotation knew no later ones; a day means its end.",
            valueName: "instant"),
        transform: Moment.init(argument:))
    var knownAt: Moment?

    @Flag(
        help: ArgumentHelp(
            "Looks from now though the last rotation looked from a moment still to come, by a clock that was wrong."))
    var backToNow = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard !backToNow || global.asOf == nil else {
            throw ValidationError("--back-to-now looks from now: leave --as-of out")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        // Of those who ask a server at once each looks when the one before has published.
        guard let turns = surroundings.house?.turns else { return try turned(in: surroundings) }
        return try turns.run { try turned(in: surroundings) }
    }

    private func turned(in surroundings: Surroundings) throws -> RotateAnswer {
        let session = try Session(global, surroundings, for: .writing)
        try session.requireReal("rotate")
        let last = try session.host.store.currentRotation()
            .flatMap(RotationSummary.init(of:))
        do {
            // Before cases are tended, which would be changed by a look that cannot be.
            try session.requireAllAccounts("a rotation")
            try session.tendCases()
            try session.publicDesk.noteMissed()
            let loop = session.thresholds
            var settings = try loop.turning(session.host.configuration.rotation)
            settings.program = Flywheel.version
            settings.goesBack = backToNow
            let summary = try session.host.rotate(
                asOf: session.now, knownAt: knownAt?.instant(in: session.clock.zone), settings: settings,
                progress: session.progress.say)
            let moved = try loop.turned(summary, after: last)
            return RotateAnswer(summary: summary, last: last, moved: moved, tellsRows: global.verbose)
        } catch {
            // What is still to come is so by the system's clock, whatever moment it looks from.
            let clock = WallClock(
                now: surroundings.clock.now(), zone: session.clock.zone, isExact: session.clock.isExact)
            throw Diagnostic(error, clock: clock)
        }
    }
}
