/// What a code looks like.
enum CodeForm: Hashable {
    /// Three, seven and seven digits.
    case amazonOrder
    /// Two, five and five digits.
    case ebayOrder
    /// `B0` and eight capitals and digits.
    case asin
    /// So many digits and nothing else.
    case digits(Int)
    /// Capitals and digits with a hyphen between, as many sellers make their SKUs.
    case candidate
    /// Letters and digits.
    case mixed
    /// Neither.
    case other

    /// The form of a code of ASCII letters, digits and marks.
    init(_ code: Substring) {
        let groups = code.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
        let areDigits = groups.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
        if areDigits {
            let lengths = groups.map(\.count)
            self =
                lengths == [3, 7, 7]
                ? .amazonOrder
                : lengths == [2, 5, 5] ? .ebayOrder : lengths.count == 1 ? .digits(lengths[0]) : .other
            return
        }
        let bytes = Array(code.utf8)
        let hasDigit = bytes.contains { 0x30...0x39 ~= $0 }
        let isCapital = bytes.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || [0x2D, 0x5F, 0x2E].contains($0) }
        if groups.count == 1, bytes.count == 10, bytes.starts(with: [0x42, 0x30]), isCapital, !bytes.contains(0x2E),
            !bytes.contains(0x5F)
        {
            self = .asin
        } else if hasDigit, isCapital, 5...40 ~= bytes.count, groups.count > 1, groups.allSatisfy({ !$0.isEmpty }),
            bytes.contains(where: { 0x41...0x5A ~= $0 })
        {
            self = .candidate
        } else {
            self = hasDigit ? .mixed : .other
        }
    }
}
