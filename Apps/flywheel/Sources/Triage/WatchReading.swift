import Cases

/// What the watch over automation read, and of which messages.
struct WatchReading: JSONRecord {
    /// The language it was read of; `nil` for all.
    let language: String?
    let reading: AutomationWatch.Reading

    /// What earlier decisions came to.
    static func all(of period: AutomationPeriod) -> [WatchReading] {
        AutomationWatch(reference: nil).readings(of: period).map { WatchReading(language: nil, reading: $0) }
    }

    static let members: Members<Self> = [
        "language": .value(\.language), "measure": .value(\.reading.measure.words), "value": .value(\.reading.value),
        "limit": .value(\.reading.limit), "rows": .value(\.reading.rows), "isBreach": .value(\.reading.isBreach),
    ]
}
