import FlywheelKit
import FlywheelWeb
import Logging

/// Writes each log entry as one JSON object on a line.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let label: String
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) throws -> Void

    /// - Parameter write: takes one line with its end.
    init(_ label: String, now: @escaping @Sendable () -> Instant, _ write: @escaping @Sendable (String) throws -> Void)
    {
        self.label = label
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let head: [JSON.Member] = [
            .init(key: "at", value: .instant(now())), .init(key: "level", value: .text(event.level.rawValue)),
            .init(key: "label", value: .text(label)), .init(key: "message", value: .text(event.message.description)),
        ]
        let rest = all.sorted { $0.key < $1.key }.map { JSON.Member(key: $0.key, value: Self.json($0.value)) }
        // There is nobody left to tell that a log cannot be written.
        try? write(JSON.object(head + rest).line + "\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> JSON {
        switch value {
        case .string(let text): Int64(text).map { .integer($0) } ?? .text(text)
        case .stringConvertible(let value): Int64(value.description).map { .integer($0) } ?? .text(value.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let values):
            .object(values.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: json($0.value)) })
        }
    }
}

extension Logger {
    /// How a request went: the route and not the address, so that nothing of what was asked for stands in a log.
    func log(_ observation: Observation) {
        let milliseconds = Int64(observation.duration / .milliseconds(1))
        log(
            level: observation.status < 500 ? .info : .error, "answered",
            metadata: [
                "request": "\(observation.id)", "method": "\(observation.method)", "route": "\(observation.route)",
                "status": "\(observation.status)", "milliseconds": "\(milliseconds)",
            ])
    }
}
