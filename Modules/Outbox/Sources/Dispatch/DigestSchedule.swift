public import Calendars
import FlywheelKit
public import FlywheelStore

/// When a digest is sent, and to whom.
public struct DigestSchedule: Hashable, Sendable {
    /// Which digest: the name of a routine.
    public let name: String
    /// The second of the day, by the clock on the wall.
    public let second: Int
    /// The days it is sent on.
    public let days: Set<Weekday>
    /// Who gets it.
    public let receivers: [SubscriptionID]
    /// The language it speaks, a tag; empty where nobody said.
    public let language: String

    /// A schedule.
    public init(
        name: String, second: Int, days: Set<Weekday>, receivers: [SubscriptionID], language: String = ""
    ) {
        self.name = name
        self.second = second
        self.days = days
        self.receivers = receivers
        self.language = language
    }

    /// The day whose digest is to be out at a moment; `nil` before its time, and on days without one.
    ///
    /// What was missed is made up for until the day is over, not after: a digest of yesterday helps nobody.
    func day(at now: Instant, zone: TimeZoneTable) -> Day? {
        let local = now.advanced(bySeconds: Int64(zone.offset(at: now.seconds)))
        let day = local.utcDay
        let second = local.seconds - Int64(day.epochDays) * 86_400
        return days.contains(Weekday(daysSinceEpoch: day.epochDays)) && second >= self.second ? day : nil
    }
}

/// Puts digests to wait when their time comes, each once for its day however often the program begins anew.
public struct DigestPost: Sendable {
    private let schedules: [DigestSchedule]
    private let zone: TimeZoneTable
    private let make: @Sendable (String, DigestReader) throws -> Digest?

    /// - Parameters:
    ///   - zone: where the clock hangs.
    ///   - make: the digest of a routine as it is now, for this reader; `nil` where there is nothing to say yet.
    public init(
        _ schedules: [DigestSchedule], zone: TimeZoneTable,
        make: @escaping @Sendable (String, DigestReader) throws -> Digest?
    ) {
        self.schedules = schedules
        self.zone = zone
        self.make = make
    }

    /// Puts to wait what is due for these subscriptions and was not put there before.
    func put(for subscriptions: [SubscriptionRecord], in store: any Store, now: Instant) throws {
        for schedule in schedules {
            guard let day = schedule.day(at: now, zone: zone) else { continue }
            var digests: [DigestReader: Digest] = [:]
            for subscription in subscriptions where schedule.receivers.contains(subscription.id) {
                let id = "\(subscription.id)-\(schedule.name)-\(day)"
                guard try store.delivery(id) == nil else { continue }
                let reader = try DigestReader(of: subscription, else: schedule.language, in: store)
                guard let made = try digests[reader] ?? make(schedule.name, reader) else { continue }
                digests[reader] = made
                let delivery = DeliveryRecord(
                    id: id, subscription: subscription.id, sequence: 0, position: 0, verb: schedule.name,
                    subject: schedule.name, body: try made.body(for: subscription.kind), made: now)
                _ = try store.wait([delivery], again: false)
            }
        }
    }
}
