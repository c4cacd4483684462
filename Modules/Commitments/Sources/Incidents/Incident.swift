public import FlywheelKit

/// An incident as it stood at some moment.
public typealias Incident = Notice<IncidentBody>

extension Incident {
    /// When it was over; `nil` while it lasts.
    public var resolved: Instant? { last.isEnd ? last.at : nil }
    /// How bad it is; `nil` once it is over.
    public var severity: Severity? { last.isEnd ? nil : last.severity }

    /// The spans in which a component was at least so badly affected, up to a moment.
    func spans(of component: String, from least: Severity, until moment: Instant) -> [Range<Int64>] {
        let ends = body.updates.dropFirst().map(\.at) + [moment]
        return zip(body.updates, ends).enumerated().compactMap { index, pair in
            let (update, end) = pair
            guard !update.isEnd, update.severity >= least, update.components.contains(component) else { return nil }
            let start = index == 0 ? body.began : update.at
            return start < end ? start.seconds..<end.seconds : nil
        }
    }
}
