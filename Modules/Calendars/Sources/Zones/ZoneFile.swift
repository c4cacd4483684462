/// The contents of a TZif file, versions 1 to 4 (RFC 8536, RFC 9636), checked.
struct ZoneFile {
    /// Seconds since 1970 at which clocks are changed, ascending.
    private(set) var transitions: [Int64] = []
    /// For each transition the position in `types` of what holds from it on.
    private(set) var typeIndices: [UInt8] = []
    /// Never empty. The first one holds before the first transition.
    private(set) var types: [LocalTimeType] = []
    /// What holds after the last transition, where the file says so.
    private(set) var rule: ZoneRule?

    init(identifier: String, bytes: [UInt8]) throws(ZoneFileError) {
        var reader = ByteReader(identifier: identifier, bytes: bytes)
        let first = try Header(&reader)
        guard first.announces64Bits else {
            try readBlock(first, timeBytes: 4, &reader)
            return
        }
        // Newer files begin with a 32-bit block for old readers; the whole table follows in 64 bits.
        _ = try reader.take(first.blockBytes(timeBytes: 4), "the 32-bit data block")
        let second = try Header(&reader)
        try readBlock(second, timeBytes: 8, &reader)
        try reader.require("\n")
        if reader.next != UInt8(ascii: "\n") {
            rule = try ZoneRule(&reader)
        }
        try reader.require("\n")
    }

    private mutating func readBlock(
        _ header: Header, timeBytes: Int, _ reader: inout ByteReader
    ) throws(ZoneFileError) {
        // Checked whole before anything is read, so that a forged count cannot make us reserve memory for it.
        var block = reader
        _ = try reader.take(header.blockBytes(timeBytes: timeBytes), "the data block")
        try readTransitions(header.transitions, timeBytes: timeBytes, &block)
        try readTypeIndices(header, &block)
        try readTypes(header, &block)
    }

    private mutating func readTransitions(
        _ count: Int, timeBytes: Int, _ reader: inout ByteReader
    ) throws(ZoneFileError) {
        transitions.reserveCapacity(count)
        for _ in 0..<count {
            let start = reader.position
            let time =
                timeBytes == 4
                ? Int64(try reader.integer(Int32.self, "a transition time"))
                : try reader.integer(Int64.self, "a transition time")
            if let last = transitions.last, last >= time {
                throw reader.failure(at: start, expected: "a transition after \(last)", found: "\(time)")
            }
            transitions.append(time)
        }
    }

    private mutating func readTypeIndices(_ header: Header, _ reader: inout ByteReader) throws(ZoneFileError) {
        let start = reader.position
        typeIndices = Array(try reader.take(header.transitions, "transition types"))
        if let wrong = typeIndices.firstIndex(where: { $0 >= header.types }) {
            throw reader.failure(
                at: start + wrong, expected: "a local time type below \(header.types)", found: "\(typeIndices[wrong])")
        }
    }

    private mutating func readTypes(_ header: Header, _ reader: inout ByteReader) throws(ZoneFileError) {
        var names = reader
        _ = try names.take(header.types * Header.typeBytes, "local time types")
        let nameStart = names.position
        let designations = try names.take(header.designationBytes, "designations")
        for _ in 0..<header.types {
            let start = reader.position
            let offset = Int(try reader.integer(Int32.self, "an offset"))
            guard LocalTimeType.offsets.contains(offset) else {
                throw reader.failure(
                    at: start, expected: "an offset within \(LocalTimeType.offsets)", found: "\(offset)")
            }
            let isDaylight = try reader.integer(UInt8.self, "a daylight mark")
            guard isDaylight <= 1 else {
                throw reader.failure(at: start + 4, expected: "a daylight mark of 0 or 1", found: "\(isDaylight)")
            }
            let name = designations.dropFirst(Int(try reader.integer(UInt8.self, "a designation")))
            guard let end = name.firstIndex(of: 0) else {
                throw reader.failure(
                    at: start + 5, expected: "a designation that ends within bytes \(nameStart)..<\(names.position)",
                    found: "one that does not")
            }
            types.append(LocalTimeType(offset: offset, abbreviation: String(decoding: name[..<end], as: UTF8.self)))
        }
    }
}
