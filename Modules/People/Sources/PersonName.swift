/// What somebody signs in as: plain enough that no two look alike and none breaks a line of a log.
public enum PersonName {
    /// The name as it is kept, in small letters without white space around it; `nil` where it cannot be one.
    ///
    /// 1 to 64 of `a` to `z`, `0` to `9`, `.`, `_`, `-`, `+` and `@`, the first a letter or a digit.
    public static func kept(_ text: String) -> String? {
        let name = text.lowercased().drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let bytes = Array(String(name).utf8)
        func isPlain(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }
        guard (1...64).contains(bytes.count), isPlain(bytes[0]),
            bytes.allSatisfy({ isPlain($0) || ".-_+@".utf8.contains($0) })
        else { return nil }
        return String(name)
    }
}
