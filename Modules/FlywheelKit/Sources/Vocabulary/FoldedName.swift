extension String {
    /// Letters and digits in lower case: what is left of a name once case, spaces, hyphens and underscores do not count.
    package var folded: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return lowercased().filter { $0.isLetter || $0.isNumber } }
        let kept = utf8.lazy.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        return String(decoding: Array(kept), as: UTF8.self)
    }
}
