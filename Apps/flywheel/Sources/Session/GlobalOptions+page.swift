import Calendars
import FlywheelKit

extension GlobalOptions {
    /// The moment everything is seen from: the one asked for, else the clock's.
    func asOf(in zone: TimeZoneTable, _ surroundings: Surroundings) -> Instant {
        let wallClock = surroundings.clock.now()
        return asOf?.asOf(in: zone, by: wallClock) ?? wallClock
    }

    /// The format asked for, else what suits the reader: text for people, tabs for programs.
    func format(for output: Surroundings.Channel) -> OutputFormat { format ?? (output.isTerminal ? .table : .tabs) }

    /// The page to write on.
    func page(_ surroundings: Surroundings, clock: WallClock) -> Page {
        Page(
            width: width ?? surroundings.environment["COLUMNS"].flatMap { Int($0) } ?? surroundings.output.width ?? 80,
            ink: ink(for: surroundings.output, surroundings.environment), clock: clock, hints: !quiet,
            isTerminal: surroundings.output.isTerminal, isASCII: ascii || !Self.isUTF8(surroundings.environment))
    }

    /// Whether the locale's characters are UTF-8, by the first variable that names one (POSIX.1-2017, 8.2); where none does,
    /// they are taken to be.
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return named.map { $0.lowercased().replacing("-", with: "").contains("utf8") } ?? true
    }

    /// Colours for a stream: only for people, and never against `NO_COLOR` (no-color.org) or a terminal without them.
    func ink(for channel: Surroundings.Channel, _ environment: [String: String]) -> Ink {
        switch color {
        case .always: Ink(isOn: true)
        case .never: Ink(isOn: false)
        case .auto:
            Ink(isOn: channel.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb")
        }
    }

    /// Shows the progress of long work on standard error, as the flags ask.
    func progress(in surroundings: Surroundings) -> Progress {
        let errors = surroundings.errors
        guard !quiet, progress != .none else {
            return Progress(style: .silent, clock: surroundings.clock, errors.write)
        }
        return Progress(
            style: errors.isTerminal && progress == .auto ? .rewritten : .lines, clock: surroundings.clock,
            width: errors.width ?? 80, errors.write)
    }
}
