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
            isTerminal: surroundings.output.isTerminal)
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

    /// Writes progress of work that takes longer than a second: one rewritten line for people, else a line every 10 s.
    func progress(in surroundings: Surroundings) -> (String) -> Void {
        let channel = surroundings.errors
        guard !quiet else { return { _ in } }
        let clock = surroundings.clock
        var last = clock.now().seconds
        return { words in
            let now = clock.now().seconds
            guard now - last >= (channel.isTerminal ? 1 : 10) else { return }
            if !channel.isTerminal { last = now }
            // Progress that cannot be shown is no reason to stop the work.
            try? channel.write(channel.isTerminal ? "\r\u{1B}[K\(words.visible)\r" : "\(words.visible)\n")
        }
    }
}
