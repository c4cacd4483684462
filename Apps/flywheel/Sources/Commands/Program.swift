import ArgumentParser
import Calendars
import FlywheelHost
import FlywheelRuntime
import Foundation

/// One run of the program: reads its arguments, does the work, writes the answer, and says how it went.
struct Program {
    let surroundings: Surroundings

    func run(_ arguments: [String]) -> Exit {
        let words = Usage.help(arguments) ?? GlobalOptions.last(arguments)
        do {
            var command = try Flywheel.parseAsRoot(words)
            if let command = command as? any ServingCommand {
                try command.serve(in: surroundings)
                return .done
            }
            guard let command = command as? any AnsweringCommand else {
                try command.run()
                return .done
            }
            if let format = command.global.format, !type(of: command).formats.contains(format) {
                throw Diagnostic(
                    "no-such-format", "the command does not write \(format.rawValue)",
                    help: "table, tabs, json, ndjson and csv are written by all", exit: .usage)
            }
            let answer = try command.answer(in: surroundings)
            let fields = (command as? any ListingCommand)?.list.fields
            let selected = try fields?.selected(of: answer) ?? answer
            let seed = surroundings.opened.simulated?.seed
            let exit = try write(seed.map { SimulatedAnswer(answer: selected, seed: $0) } ?? selected, of: command)
            if command.global.verbose { say(use(of: command.global)) }
            return exit
        } catch let diagnostic as Diagnostic {
            return report(diagnostic)
        } catch {
            return report(usage: error, words)
        }
    }

    private func write(_ answer: any Answer, of command: some AnsweringCommand) throws -> Exit {
        let options = command.global
        let configuration = try? Paths(options, surroundings).readConfiguration(zones: .init())
        let zone = configuration?.policy.calendar.zone ?? .utc
        let asked = options.asOf(in: zone, surroundings)
        let now = options.asOf == nil ? surroundings.opened.simulated?.ends ?? asked : asked
        let page = options.page(surroundings, clock: WallClock(now: now, zone: zone))
        let format = command.format(for: surroundings.output)
        do {
            try surroundings.output.write(format.text(of: answer, on: page))
        } catch {
            let reason = (error as? CocoaError)?.reason ?? "\(error)"
            throw Diagnostic(
                "output", "the answer could not be written: \(reason)", notes: ["the work itself was done"],
                help: "check the disk, then look again: flywheel queue", exit: .failed)
        }
        let ink = options.ink(for: surroundings.errors, surroundings.environment)
        for refusal in answer.refusals { say(refusal.lines(ink: ink, hints: !options.quiet)) }
        if !options.quiet {
            if let upgrade = surroundings.opened.upgrade { say(["\(ink("note", .yellow)): \(upgrade.sentence)"]) }
            say(answer.warnings.map { "\(ink("warning", .yellow)): \($0.visible)" })
            if format.holdsRowsAlone { say(answer.remarks) }
        }
        return answer.exit
    }

    /// What was used, and how long it took: for standard error, since equal facts give equal answers.
    private func use(of options: GlobalOptions) -> [String] {
        let paths = Paths(options, surroundings)
        let configuration = paths.configuration.map { "\($0.path), \($0.origin)" } ?? "none, the defaults hold"
        let milliseconds = surroundings.clock.elapsed() / .milliseconds(1)
        return [
            "store: \(paths.store.path), \(paths.store.origin)".visible, "configuration: \(configuration)".visible,
            "took: \(Numbers.fixed(milliseconds / 1_000, decimals: 3)) s",
        ]
    }

    private func report(_ diagnostic: Diagnostic) -> Exit {
        say(diagnostic.lines(ink: GlobalOptions.plainInk(for: surroundings)))
        return diagnostic.exit
    }

    /// What the parser of arguments says: help and version are answers, the rest is wrong usage.
    private func report(usage error: any Error, _ arguments: [String]) -> Exit {
        guard !Flywheel.exitCode(for: error).isSuccess else {
            try? surroundings.output.write(Help.arranged(Flywheel.fullMessage(for: error)) + "\n")
            return .done
        }
        guard Flywheel.exitCode(for: error) == .validationFailure else {
            let clock = WallClock(now: surroundings.clock.now(), zone: .utc)
            return report(Diagnostic(error, clock: clock))
        }
        return report(Usage.diagnostic(Flywheel.message(for: error), arguments))
    }

    private func say(_ lines: [String]) {
        // Nothing is left to tell that nothing can be told.
        try? surroundings.errors.write(lines.map { $0 + "\n" }.joined())
    }
}
