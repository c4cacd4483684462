public import FlywheelKit
public import FlywheelStore

/// Announced maintenance as it stood at some moment, with its record.
public struct Maintenance: Hashable, Sendable {
    /// Where it stands.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is to come.
        case announced
        /// It is being done, within the time that was announced.
        case underWay = "under-way"
        /// It did not begin when it was announced for, or is not done by when it was promised.
        case late
        /// It is done.
        case done
        /// It will not be done.
        case cancelled

        /// Whether nothing more is to come.
        public var isOver: Bool { self == .done || self == .cancelled }
    }

    /// Its record.
    public let record: LoopRecord
    /// What was said of it up to the moment.
    public let body: MaintenanceBody

    /// What kept maintenance says, up to a moment; `nil` where nothing was said of it by then.
    ///
    /// - Throws: ``CommitmentError/unreadable(_:why:)``.
    public init?(_ record: LoopRecord, asKnownAt moment: Instant) throws(CommitmentError) {
        var body = try record.contents(as: MaintenanceBody.self)
        body.updates = body.updates.filter { $0.at <= moment }
        guard !body.updates.isEmpty else { return nil }
        self.record = record
        self.body = body
    }

    /// Its id, `G3`.
    public var id: String { record.id }
    /// The newest thing that was said of it.
    public var last: MaintenanceBody.Update { body.updates[body.updates.count - 1] }

    /// Where it stands at a moment.
    public func state(at moment: Instant) -> State {
        switch last.step {
        case .announced: last.starts < moment ? .late : .announced
        case .begun: last.ends < moment ? .late : .underWay
        case .done: .done
        case .cancelled: .cancelled
        }
    }

    /// How long before it starts maintenance has to be announced to be expected, in seconds: a day.
    static let notice: Int64 = 86_400

    /// The span in which it was being done as it had been announced a day ahead, up to a moment; `nil` where it was not, or
    /// never began. What lasted longer than announced, or began earlier, is not in it.
    func announcedSpan(until moment: Instant) -> Range<Int64>? {
        guard let begun = body.updates.firstIndex(where: { $0.step == .begun }), begun > 0 else { return nil }
        let announced = body.updates[begun - 1]
        guard announced.at <= announced.starts.advanced(bySeconds: -Self.notice) else { return nil }
        let end = min(body.updates.last { $0.step == .done }?.at ?? moment, announced.ends)
        let start = max(body.updates[begun].at, announced.starts)
        return start < end ? start.seconds..<end.seconds : nil
    }
}
