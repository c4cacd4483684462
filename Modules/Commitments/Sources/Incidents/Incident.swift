public import FlywheelKit
public import FlywheelStore

/// An incident as it stood at some moment, with its record.
public struct Incident: Hashable, Sendable {
    /// Where an incident stands.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It lasts, and the next update is not due yet.
        case open
        /// It lasts, and the update that was promised did not come in time.
        case overdue
        /// It is over.
        case resolved
    }

    /// Its record.
    public let record: LoopRecord
    /// What was said of it up to the moment.
    public let body: IncidentBody

    /// What a kept incident says, up to a moment; `nil` where nothing was said of it by then.
    ///
    /// - Throws: ``CommitmentError/unreadable(_:why:)``.
    public init?(_ record: LoopRecord, asKnownAt moment: Instant) throws(CommitmentError) {
        var body = try record.contents(as: IncidentBody.self)
        body.updates = body.updates.filter { $0.at <= moment }
        guard !body.updates.isEmpty else { return nil }
        self.record = record
        self.body = body
    }

    /// Its id, `B3`.
    public var id: String { record.id }
    /// The newest thing that was said of it.
    public var last: IncidentBody.Update { body.updates[body.updates.count - 1] }
    /// When it was over; `nil` while it lasts.
    public var resolved: Instant? { last.isEnd ? last.at : nil }
    /// How bad it is; `nil` once it is over.
    public var severity: Severity? { last.isEnd ? nil : last.severity }

    /// Where it stands at a moment: an update is overdue from the second after it was promised for.
    public func state(at moment: Instant) -> State {
        guard let next = last.next else { return .resolved }
        return next < moment ? .overdue : .open
    }

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
