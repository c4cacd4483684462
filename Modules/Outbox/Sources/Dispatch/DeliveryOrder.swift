import FlywheelKit
import FlywheelStore

/// Which deliveries may go now, so that what happened to one record arrives in its order.
enum DeliveryOrder {
    /// The records a delivery is about.
    private struct Span {
        let letter: Substring
        let numbers: ClosedRange<Int64>

        init(_ delivery: DeliveryRecord) {
            if let first = Int64(delivery.subject.dropFirst()) {
                letter = delivery.subject.prefix(1)
                numbers = first...first + Int64(max(delivery.count, 1)) - 1
            } else {
                letter = delivery.subject[...]
                numbers = 0...0
            }
        }

        func overlaps(_ other: Span) -> Bool { letter == other.letter && numbers.overlaps(other.numbers) }
    }

    /// Those whose time has come and that share no record with an earlier one that still waits.
    ///
    /// - Parameter waiting: a subscription's deliveries that wait, oldest event first.
    static func ready(_ waiting: [DeliveryRecord], at now: Instant) -> [DeliveryRecord] {
        var earlier: [Span] = []
        return waiting.filter { delivery in
            let span = Span(delivery)
            defer { earlier.append(span) }
            return delivery.next <= now && !earlier.contains { $0.overlaps(span) }
        }
    }
}
