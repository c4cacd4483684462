import FlywheelKit

/// Announced maintenance as it stood at some moment.
public typealias Maintenance = Notice<MaintenanceBody>

extension Maintenance {
    /// How long before it starts maintenance has to be announced to be expected, in seconds: a day.
    private static var notice: Int64 { 86_400 }

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
