public import Cases
public import FlywheelKit
public import FlywheelStore
import Foundation
import Triage

/// The triage that a desk goes by: the newest that was trained on its own cases, and until then the starter.
public struct KeptTriage: Sendable {
    /// What messages are told apart by.
    public let triage: DeskTriage
    /// When it was trained; nothing for the starter.
    public let trained: Instant?
    /// What is wrong with its decisions as a whole, as the watch last found: with anything it only suggests.
    public let breaches: [AutomationBreach]

    /// What its models are kept as.
    private static let kind = "triage"

    /// What the desk goes by now.
    ///
    /// - Parameter language: the language of the messages it is for, which spares a starter the others.
    /// - Throws: ``DamagedTriage`` where what is kept cannot be read; `StoreError`.
    public init(in store: any CaseStore, for language: String? = nil) throws {
        if let own = try KeptTriage(trainedIn: store) {
            self = own
        } else {
            (triage, trained, breaches) = (try DeskTriage.starter(for: language), nil, [])
        }
    }

    /// The newest that was trained on the desk's own cases, where any was: no starter is made for who asks for that alone.
    init?(trainedIn store: any CaseStore) throws {
        guard let record = try store.model(Self.kind, digest: nil) else { return nil }
        (triage, trained) = (try DeskTriage(data: Data(record.bytes)), record.at)
        breaches = try DeskWatch.breaches(in: store, since: record.at)
    }

    /// Trains on the desk's closed cases, and goes by that from now on.
    ///
    /// - Throws: `TrainingError` where they are too few to learn from; then nothing is changed.
    public init(trainingIn store: any CaseStore, by actor: Actor, now: Instant) throws {
        let triage = try DeskTriage(ClosedCases.messages(in: store, now: now))
        (self.triage, trained, breaches) = (triage, now, [])
        try store.keep(
            ModelRecord(kind: Self.kind, at: now, by: actor.name, bytes: Array(triage.data())), by: actor)
    }
}
