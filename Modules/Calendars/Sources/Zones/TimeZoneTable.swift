/// The history and the future of one zone's clocks.
///
/// It is made from bytes the caller has read, so that it needs no file system and two hosts with the same bytes agree.
/// All instants are seconds since 1970-01-01T00:00:00Z.
public struct TimeZoneTable: Hashable, Sendable {
    /// The name in the time zone database, such as `America/Los_Angeles`.
    public let identifier: String
    private let transitions: [Int64]
    private let typeIndices: [UInt8]
    private let types: [LocalTimeType]
    private let rule: ZoneRule?

    /// The zone that a TZif file (RFC 9636, versions 1 to 4) describes.
    ///
    /// - Parameters:
    ///   - identifier: the name to know the zone by; it is not looked up.
    ///   - tzif: the whole file, as found under `/usr/share/zoneinfo`.
    /// - Throws: ``ZoneFileError`` at the first byte that breaks the format. Files that count leap seconds (those under
    ///   `right/`) are refused.
    public init(identifier: String, tzif: [UInt8]) throws(ZoneFileError) {
        let file = try ZoneFile(identifier: identifier, bytes: tzif)
        self.identifier = identifier
        transitions = file.transitions
        typeIndices = file.typeIndices
        types = file.types
        rule = file.rule
    }

    /// Universal time, whose clocks never change.
    public static let utc = TimeZoneTable(identifier: "UTC", always: LocalTimeType(offset: 0, abbreviation: "UTC"))

    private init(identifier: String, always type: LocalTimeType) {
        self.identifier = identifier
        transitions = []
        typeIndices = []
        types = [type]
        rule = nil
    }
}

extension TimeZoneTable {
    /// Seconds to add to universal time to read the zone's clock at `instant`.
    public func offset(at instant: Int64) -> Int {
        type(at: instant).offset
    }

    /// What people of the zone call their time at `instant`: `PST`, or `+03` where it has no name.
    public func abbreviation(at instant: Int64) -> String {
        type(at: instant).abbreviation
    }

    /// The first instant after `instant` at which the clock may be changed, `nil` where it never is again.
    ///
    /// Between two of them the offset is constant; at one of them it need not differ.
    func transition(after instant: Int64) -> Int64? {
        let index = transitions.partitioningIndex { $0 > instant }
        return index < transitions.count ? transitions[index] : rule?.change(after: instant)
    }

    private func type(at instant: Int64) -> LocalTimeType {
        let index = transitions.partitioningIndex { $0 > instant }
        if index == transitions.count, let rule { return rule.type(at: instant) }
        return types[index == 0 ? 0 : Int(typeIndices[index - 1])]
    }
}

extension [Int64] {
    /// The first index whose element satisfies `predicate`, which must hold from there to the end; `endIndex` if none.
    fileprivate func partitioningIndex(where predicate: (Int64) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
