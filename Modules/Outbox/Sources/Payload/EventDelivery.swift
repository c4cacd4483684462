import FlywheelKit
import FlywheelStore

/// Makes deliveries of what the journal says.
struct EventDeliveries {
    private let telling: EventTelling
    private var places: SubjectPlaces

    init(store: any Store, telling: EventTelling) {
        self.telling = telling
        places = SubjectPlaces(store: store)
    }

    /// The deliveries of some lines to a subscription, which wait from `now` on. Ids follow from the line, so that the same
    /// line always gives the same.
    mutating func make(
        _ lines: [JournalLine], for subscription: SubscriptionRecord, now: Instant
    ) throws -> [DeliveryRecord] {
        var made: [DeliveryRecord] = []
        let tell = try telling.teller(of: subscription, in: places.store)
        let filter = subscription.filter.narrowed(to: try places.store.reader(of: subscription))
        for line in lines {
            guard let (subjects, place) = try places.matches(line.event, filter) else { continue }
            let message = EventMessage(line, subjects: subjects, place: place)
            made.append(
                DeliveryRecord(
                    id: Self.id(of: line, to: subscription.id), subscription: subscription.id,
                    sequence: line.sequence, position: line.position, verb: line.event.verb.rawValue,
                    subject: line.event.subject, count: line.event.count,
                    body: try message.body(for: subscription.kind, tell),
                    made: now))
        }
        return made
    }

    /// The id of what a subscription is told of a line. The same place of a journal holds something else in a store that was
    /// restored from a backup and went on from there, so the entry's seal is part of it.
    static func id(of line: JournalLine, to subscription: SubscriptionID) -> String {
        "\(subscription)-\(line.sequence)-\(line.position)-\(line.seal.prefix(8))"
    }
}
