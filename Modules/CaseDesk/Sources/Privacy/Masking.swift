public import FlywheelStore

/// What a person sees of personal text, by the role they have.
public struct Masking: Hashable, Sendable {
    /// The fields that are shown as they are; others are masked.
    public let visible: Set<PersonalText.Field>

    /// Shows these fields.
    public init(visible: Set<PersonalText.Field>) { self.visible = visible }

    /// Shows everything.
    public static let none = Masking(visible: Set(PersonalText.Field.allCases))

    /// The text as it is shown. A masked one keeps what work needs: initials, the host of an address, how long it is.
    public func shown(_ text: PersonalText) -> String {
        guard !visible.contains(text.field) else { return text.text }
        return switch text.field {
        case .name: text.text.split(separator: " ").compactMap(\.first).map { "\($0)." }.joined(separator: " ")
        case .address: "…\(text.text.drop { $0 != "@" })"
        case .contact, .reference: "…"
        case .subject, .message, .attachments, .rationale: "[hidden: \(text.text.count) characters]"
        }
    }
}
