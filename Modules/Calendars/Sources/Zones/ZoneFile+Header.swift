extension ZoneFile {
    /// The 44 bytes before each data block: RFC 9636, 3.1.
    struct Header {
        /// Whether a second header, a block with 64-bit times and a yearly rule follow: from version 2 on.
        let announces64Bits: Bool
        let transitions: Int
        let types: Int
        let designationBytes: Int
        /// The standard/wall and universal/local marks tell how to read a rule the file does not hold; they are skipped.
        private let marks: Int

        /// An offset of 4 bytes, a daylight mark, a designation index.
        static let typeBytes = 6

        init(_ reader: inout ByteReader) throws(ZoneFileError) {
            let start = reader.position
            guard try reader.take(4, "\"TZif\"").elementsEqual("TZif".utf8) else {
                throw reader.failure(at: start, expected: "\"TZif\"", found: "4 other bytes")
            }
            switch try reader.integer(UInt8.self, "a version") {
            case 0: announces64Bits = false
            case UInt8(ascii: "2")...UInt8(ascii: "4"): announces64Bits = true
            case let other: throw reader.failure(at: start + 4, expected: "version 1 to 4", found: "byte \(other)")
            }
            _ = try reader.take(15, "reserved bytes")

            let universalMarks = try Self.count(&reader)
            let standardMarks = try Self.count(&reader)
            let leapSeconds = try Self.count(&reader)
            transitions = try Self.count(&reader)
            types = try Self.count(&reader)
            designationBytes = try Self.count(&reader)
            marks = universalMarks + standardMarks

            // Such files count leap seconds within their times, so none of their times would mean what ours mean.
            guard leapSeconds == 0 else {
                throw reader.failure(at: start + 28, expected: "a file without leap seconds", found: "\(leapSeconds)")
            }
            guard (1...256).contains(types) else {
                throw reader.failure(at: start + 36, expected: "1 to 256 local time types", found: "\(types)")
            }
            for (offset, count) in [(20, universalMarks), (24, standardMarks)] where count != 0 && count != types {
                throw reader.failure(at: start + offset, expected: "no marks or \(types)", found: "\(count)")
            }
        }

        func blockBytes(timeBytes: Int) -> Int {
            transitions * (timeBytes + 1) + types * Self.typeBytes + designationBytes + marks
        }

        private static func count(_ reader: inout ByteReader) throws(ZoneFileError) -> Int {
            Int(try reader.integer(UInt32.self, "a count"))
        }
    }
}
