/// What a column of codes holds: the marketplace's number, an attribute's name, both as `90220+brand`, or a reason.
struct IssueCode {
    /// The number.
    let number: String?
    /// The attributes, sorted.
    let attributes: [String]
    /// The reason, where the marketplace's codes are words: `END_DATE`.
    let reason: Reason?

    /// Reads a code in lower case. Numbers have no letters; what has one is a known reason, else an attribute.
    init(_ code: String?) {
        let parts = code?.split(separator: "+").map(String.init) ?? []
        let words = parts.filter { $0.contains(where: \.isLetter) }
        number = parts.first { !$0.contains(where: \.isLetter) }
        reason = words.lazy.compactMap(Reason.init(reported:)).first
        attributes = words.filter { Reason(reported: $0) == nil }.sorted()
    }
}
