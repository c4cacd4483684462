/// The encoding of European reports.
enum Windows1252 {
    /// The characters outside Latin-1 that titles use (WHATWG Encoding Standard, index windows-1252).
    private static let others: [Unicode.Scalar: UInt8] = ["€": 0x80, "–": 0x96]

    /// - Precondition: the encoding has all of the text's characters; the seller writes nothing else.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if let byte = others[scalar] { return byte }
            precondition(
                scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value), "\(scalar) is not in Windows-1252")
            return UInt8(scalar.value)
        }
    }
}
