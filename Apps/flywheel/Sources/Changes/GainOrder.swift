import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Which of two changes comes first: the one with the larger expected gain, in the currency of the newest rotation's totals.
struct GainOrder {
    /// The currency that gains are compared in; `nil` before the first rotation.
    let currency: Currency?
    private let conversions: [Currency: Conversion]

    /// The order of these changes.
    init(of changes: [ChangeRecord], in store: any Store) throws {
        let rotation = try store.currentRotation()
        currency = rotation?.currency
        guard let rotation else {
            conversions = [:]
            return
        }
        let rates = try ExchangeRates(in: store, asOf: rotation.asOf)
        let found = Set(changes.compactMap(\.gain?.currency)).compactMap { currency in
            rates.conversion(from: currency, to: rotation.currency, on: rotation.asOf.utcDay).map { (currency, $0) }
        }
        conversions = Dictionary(uniqueKeysWithValues: found)
    }

    /// Whether a gain is known and nothing says what it is worth in the common currency.
    func lacksRate(_ change: ChangeRecord) -> Bool { change.gain != nil && worth(change) == nil }

    /// Gains with a rate, those without one by their currency, changes of which no gain is known; equal ones as proposed.
    func sorted(_ changes: [ChangeRecord]) -> [ChangeRecord] {
        changes.map { ($0, Key(of: $0, worth: worth($0))) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private func worth(_ change: ChangeRecord) -> Int64? {
        change.gain.flatMap { conversions[$0.currency]?.convert($0)?.minorUnits }
    }

    private struct Key: Comparable {
        let group: Int
        let currency: String
        let amount: Int64
        let id: ChangeID

        init(of change: ChangeRecord, worth: Int64?) {
            group = worth != nil ? 0 : change.gain != nil ? 1 : 2
            currency = worth == nil ? change.gain?.currency.code ?? "" : ""
            amount = worth ?? change.gain?.minorUnits ?? 0
            id = change.id
        }

        static func < (one: Key, other: Key) -> Bool {
            (one.group, one.currency, other.amount, one.id) < (other.group, other.currency, one.amount, other.id)
        }
    }
}

extension ChangeRecord {
    /// What it is expected to bring more a day, after costs; `nil` where nobody can say.
    fileprivate var gain: Money? { proposal.price?.gain }
}
