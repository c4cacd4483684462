/// An address of mail and the name in front of it.
struct MailAddress: Hashable, Sendable {
    let name: String?
    /// In small letters, because two ways of writing it are one address.
    let address: String

    init?(name: String?, address: String) {
        let address = address.trimmed.lowercased()
        guard address.contains("@") else { return nil }
        let name = name?.trimmed.trimming { "\"'".contains($0) }
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    /// What follows the `@`.
    var domain: Substring { address.split(separator: "@").last ?? "" }

    /// `Name <address>`, or an address alone; nil where the text is neither.
    static func parsed(_ text: String) -> MailAddress? {
        guard let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
            return text.contains(" ") ? nil : MailAddress(name: nil, address: text)
        }
        return MailAddress(
            name: String(text[..<open]), address: String(text[text.index(after: open)..<close]))
    }
}
