public import FlywheelKit
import FlywheelStore

/// What everybody may know at one moment: nobody's name, no account, no number of a case.
public struct PublicStatus: Sendable {
    /// How a component, or all of them together, stand; what is worse is later.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Nobody says otherwise.
        case operational
        /// Announced work is being done on it.
        case maintenance
        /// It works, slower or with detours.
        case degraded
        /// Part of it does not work.
        case partial
        /// It does not work.
        case major

        /// How what is so badly affected stands.
        public init(_ severity: Severity) {
            switch severity {
            case .degraded: self = .degraded
            case .partial: self = .partial
            case .major: self = .major
            }
        }
    }

    /// Days for which an incident that is over is still told of.
    public static let days = 90.0

    /// What settings say of it.
    public let settings: CommitmentSettings
    /// The moment.
    public let asOf: Instant
    /// Incidents that last, then those that ended in the last ``days``; the newest first.
    public let incidents: [Incident]
    /// Maintenance that is not over, the next first; then what was over in the last ``days``, the newest first.
    public let maintenance: [Maintenance]
    /// How much of each service level was kept.
    public let levels: [AttainedLevel]

    /// How a component stands: as the worst of its incidents says.
    public func standing(of component: String) -> Standing {
        let severities = incidents.filter { $0.last.components.contains(component) }.compactMap(\.severity)
        if let worst = severities.max() { return Standing(worst) }
        let isWorkedOn = maintenance.contains { $0.last.step == .begun && $0.body.components.contains(component) }
        return isWorkedOn ? .maintenance : .operational
    }

    /// How all components stand together: as the worst of them.
    public var standing: Standing {
        let all = settings.components.map { standing(of: $0.id) } + incidents.compactMap(\.severity).map(Standing.init)
        return Standing.allCases.last(where: all.contains) ?? .operational
    }
}

extension CommitmentDesk {
    /// What everybody may know.
    ///
    /// - Parameter levels: how much of each service level was kept, ``levels(in:counts:)``.
    public func status(_ levels: [AttainedLevel]) throws -> PublicStatus {
        let earliest = now.advanced(byDays: -PublicStatus.days)
        let incidents = try incidents().reversed().filter { $0.resolved.map { $0 > earliest } ?? true }
        let maintenance = try maintenance()
        let waiting = maintenance.filter { !$0.state(at: now).isOver }.sorted {
            ($0.last.starts, $0.record.number) < ($1.last.starts, $1.record.number)
        }
        let over = maintenance.filter { $0.state(at: now).isOver && $0.last.at > earliest }
        return PublicStatus(
            settings: settings, asOf: now,
            incidents: incidents.filter { $0.resolved == nil } + incidents.filter { $0.resolved != nil },
            maintenance: waiting + over.sorted { ($1.last.at, $1.record.number) < ($0.last.at, $0.record.number) },
            levels: levels)
    }
}
