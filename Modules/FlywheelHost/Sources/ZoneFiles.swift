public import Calendars
import Foundation
import Synchronization

/// The time zones of the system's zone database, each read once.
public final class ZoneFiles: Sendable {
    private let folder: String
    private let known = Mutex<[String: TimeZoneTable]>([:])

    /// Zones of the files under a folder.
    public init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

    /// The zone of an IANA name such as `America/Los_Angeles`; `nil` when the system has no such file or cannot read it.
    public func zone(_ name: String) -> TimeZoneTable? {
        if let zone = known.withLock({ $0[name] }) { return zone }
        guard Self.isPlain(name), let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
            let zone = try? TimeZoneTable(identifier: name, tzif: Array(bytes))
        else { return nil }
        known.withLock { $0[name] = zone }
        return zone
    }

    /// A zone's name comes from configuration: it must not lead out of the folder.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    }
}
