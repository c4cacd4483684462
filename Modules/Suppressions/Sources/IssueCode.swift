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
        var (number, reason): (String?, Reason?)
        var attributes: [String] = []
        for part in code?.split(separator: "+").map(String.init) ?? [] {
            if !part.contains(where: \.isLetter) {
                number = number ?? part
            } else if let known = Reason(reported: part) {
                reason = reason ?? known
            } else {
                attributes.append(part)
            }
        }
        self.number = number
        self.reason = reason
        self.attributes = attributes.sorted()
    }
}
