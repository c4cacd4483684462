/// Codes on paper for whoever lost their authenticator: each counts once.
enum RecoveryCode {
    /// How many are made at a time.
    static let count = 10

    /// A code of 80 bits, in four groups of four letters and figures.
    static func make(_ chance: Chance) -> String {
        let letters = Array(chance.bytes(10).base32)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// The digest that the store has of a code, however it is written.
    static func digest(of code: String) -> [UInt8] {
        secretDigest(String(code.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }))
    }
}
