/// The encoding of European reports.
enum Windows1252 {
    /// The characters outside Latin-1 that titles use (WHATWG Encoding Standard, index windows-1252).
    private static let others: [Unicode.Scalar: UInt8] = ["€": 0x80, "–": 0x96]

    /// - Precondition: the encoding has all of the text's characters; the seller writes nothing else.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let byte = others[scalar] {
                bytes.append(byte)
            } else {
                precondition((0xA0...0xFF).contains(scalar.value), "\(scalar) is not in Windows-1252")
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            }
        }
    }
}
