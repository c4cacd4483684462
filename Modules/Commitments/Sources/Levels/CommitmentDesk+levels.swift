public import Calendars
public import FlywheelKit

/// Says how often a clock of the desk was kept: by the clock's name, of one promise or of all, since a moment.
///
/// Whoever has the desk's own figures answers with those, so that the public number is the internal one.
public typealias ClockCounts = (
    _ clock: String, _ promise: String?, _ since: Instant
) throws -> (kept: Int, told: Int)

extension CommitmentDesk {
    /// How much of each service level was kept, in the order of settings.
    ///
    /// - Parameter zone: whose days and months windows are of.
    public func levels(in zone: TimeZoneTable, counts: ClockCounts) throws -> [AttainedLevel] {
        let incidents = try incidents()
        let maintenance = try maintenance()
        return try settings.levels.map { level in
            let since = level.window.start(before: now, in: zone)
            switch level.measure {
            case .clock(let clock, let promise):
                let count = try counts(clock, promise, since)
                return AttainedLevel(
                    level: level, since: since, kept: Int64(count.kept), told: Int64(count.told),
                    least: Int64(level.least))
            case .uptime(let id, let least):
                let begin = settings.component(id)?.since.map { zone.startOfDay($0) } ?? now.seconds
                let time = uptime(
                    of: id, from: least, in: max(begin, since.seconds), incidents: incidents, maintenance: maintenance)
                return AttainedLevel(
                    level: level, since: max(since, Instant(seconds: begin)), kept: time.up, told: time.watched,
                    least: Int64(level.least) * 86_400)
            }
        }
    }

    /// The seconds that a component was watched, and those of them that it was up.
    ///
    /// Time of maintenance is not watched as far as it had been announced before it began; what lasts longer is, and what
    /// is out of order then is down.
    private func uptime(
        of component: String, from least: Severity, in start: Int64, incidents: [Incident], maintenance: [Maintenance]
    ) -> (up: Int64, watched: Int64) {
        guard start < now.seconds else { return (0, 0) }
        let announced = maintenance.filter { $0.body.components.contains(component) }
            .compactMap { $0.announcedSpan(until: now) }
        let down = incidents.flatMap { $0.spans(of: component, from: least, until: now) }
        let watched = Spans([start..<now.seconds]).subtracting(Spans(announced))
        return (watched.subtracting(Spans(down)).seconds, watched.seconds)
    }
}
