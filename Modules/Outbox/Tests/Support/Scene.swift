import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Synchronization

@testable import Outbox

let noon = Instant(seconds: 1_790_000_000)
let ada = Actor(.person, "ada")

/// A clock that somebody moves.
final class Hands: Sendable {
    private let moment = Mutex(noon)
    var now: Instant { moment.withLock { $0 } }
    func move(bySeconds seconds: Int64) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}

/// A courier that brings nothing anywhere and answers as it is told.
final class StubCourier: Courier {
    struct Sent: Hashable {
        let id: String
        let subject: String
        let body: String
        let at: Instant

        /// The id up to the entry's seal.
        var place: String { id.place }
    }

    private let kept = Kept<Sent>()
    private let answer: @Sendable (DeliveryRecord, SubscriptionRecord) async -> Reply

    var sent: [Sent] { kept.all }
    func ids(_ subscription: SubscriptionID) -> [String] {
        sent.map(\.place).filter { $0.hasPrefix("\(subscription)-") }
    }

    init(_ answer: @escaping @Sendable (DeliveryRecord, SubscriptionRecord) async -> Reply) { self.answer = answer }

    func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply {
        kept.add(Sent(id: delivery.id, subject: delivery.subject, body: delivery.body, at: now))
        return await answer(delivery, subscription)
    }
}

extension Store {
    /// Adds a subscription that is told of everything from now on.
    @discardableResult
    func listen(
        _ kind: SubscriptionRecord.Kind = .webhook, at target: String = "https://example.com/in",
        filter: EventFilter = EventFilter(), secrets: [SigningSecret] = [.random()]
    ) throws -> SubscriptionRecord {
        let id = try subscribe(
            SubscriptionRecord(
                id: SubscriptionID(1), kind: kind, target: target, filter: filter, secrets: secrets, at: noon,
                by: "ada"), by: ada, at: noon)
        guard let record = try subscription(id) else { throw StoreError.unknown("\(id)") }
        return record
    }

    /// Journals that something was done to these, each in an entry of its own.
    func happen(_ verb: JournalEvent.Verb = .closed, to subjects: String...) throws {
        for subject in subjects {
            try record(JournalEvent(verb, subject, state: "verifying", detail: "image"), by: ada, at: noon)
        }
    }

    /// Opens an exception on each listing of an account, in one entry.
    func open(_ codes: String..., account: String, workflow: String = "suppressions") throws {
        guard let currency = Currency("USD") else { return }
        let rotation = try beginRotation(asOf: noon, currency: currency)
        let first = try reserveExceptions(codes.count).number
        var turn = Turn(RotationRecord(id: rotation, asOf: noon, currency: currency, summary: "{}"))
        try stage(
            codes.enumerated().map { offset, code in
                ExceptionRecord(
                    id: ExceptionID(first + Int64(offset)),
                    fingerprint: Fingerprint(
                        workflow: workflow, kind: "hidden",
                        subject: Subject(.listing, account: account, marketplace: "ATVPDKIKX0DER", code: code),
                        discriminator: ""), state: .active, onset: noon, detected: noon, opened: rotation,
                    evidence: "{}", exposure: .none, model: "")
            }, for: rotation)
        turn.events = [
            JournalEvent(.opened, "X\(first)", count: codes.count, cause: rotation.description, state: "active")
        ]
        try publish(turn)
    }
}

extension String {
    /// The id of a delivery up to the seal of the entry that it tells of: `W1-42-0`.
    var place: String {
        let parts = split(separator: "-")
        return parts.count == 4 && Int(parts[1]) != nil ? parts.prefix(3).joined(separator: "-") : self
    }
}

extension Store {
    /// The delivery of the event at a place: `W1-42-0`.
    func delivery(at place: String) throws -> DeliveryRecord? {
        try deliveries(of: nil, in: nil, limit: .max).first { $0.id.place == place }
    }
}
