public import FlywheelKit
public import FlywheelStore

/// Something that everybody is told of, as it stood at some moment, with its record.
public struct Notice<Body: NoticeBody>: Hashable, Sendable {
    /// Where it stands.
    public typealias State = Body.State

    /// Its record.
    public let record: LoopRecord
    /// What was said of it up to the moment.
    public let body: Body
    /// When the newest thing was said of it, which may be after the moment.
    let newest: Instant

    /// What a record says, up to a moment; `nil` where nothing was said by then.
    ///
    /// - Throws: ``CommitmentError/unreadable(_:why:)``.
    public init?(_ record: LoopRecord, asKnownAt moment: Instant) throws(CommitmentError) {
        var body = try record.contents(as: Body.self)
        guard let newest = body.updates.map(\.at).max() else { return nil }
        body.updates.removeAll { $0.at > moment }
        guard !body.updates.isEmpty else { return nil }
        self.record = record
        self.body = body
        self.newest = newest
    }

    /// Its id: `B3` of an incident, `G3` of maintenance.
    public var id: String { record.id }
    /// The newest thing that was said of it up to the moment.
    public var last: Body.Update { body.last }

    /// Where it stands at a moment.
    public func state(at moment: Instant) -> State { body.state(at: moment) }
}
