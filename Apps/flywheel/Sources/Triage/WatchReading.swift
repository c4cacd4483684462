import Cases

/// What the watch over automation read, and of which messages.
struct WatchReading {
    /// The language it was read of; `nil` for all.
    let language: String?
    let reading: AutomationWatch.Reading

    /// What earlier decisions came to.
    static func all(of period: AutomationPeriod) -> [WatchReading] {
        AutomationWatch(reference: nil).readings(of: period).map { WatchReading(language: nil, reading: $0) }
    }

    var json: JSON {
        [
            "language": .text(language), "measure": .text(reading.measure.words),
            "value": reading.value.map(JSON.number) ?? .null, "limit": .number(reading.limit),
            "rows": .count(reading.rows), "isBreach": .bool(reading.isBreach),
        ]
    }
}
