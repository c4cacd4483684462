import Calendars

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The zone files of the machine, where it has them.
enum SystemZones {
    static func bytes(_ identifier: String) -> [UInt8]? {
        guard let file = fopen("/usr/share/zoneinfo/\(identifier)", "rb") else { return nil }
        defer { fclose(file) }
        // The largest zone file has less than 4,000 bytes.
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    static func table(_ identifier: String) throws -> TimeZoneTable? {
        try bytes(identifier).map { try TimeZoneTable(identifier: identifier, tzif: $0) }
    }

    static var arePresent: Bool { bytes("Europe/Paris") != nil }
}
