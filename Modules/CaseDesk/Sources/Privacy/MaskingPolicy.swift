import Cases
public import FlywheelStore
import Settings

/// What personal text is hidden from whom, by role: a step of the ladder, a group, a role that people were given, or
/// `others` for everybody whom the settings do not name.
///
/// Where somebody has several roles that are named here, they see what any of these shows; a role that is not named hides
/// nothing and adds nothing.
public struct MaskingPolicy: Hashable, Sendable {
    /// What people have in common whom the settings do not name.
    public static let others = "others"

    /// What each role does not see.
    public private(set) var hidden: [String: Set<PersonalText.Field>] = [:]

    /// Nothing is hidden from anybody.
    public init() {}

    /// Reads `{frontline: [address, contact], others: [identity, content]}`: fields, or all fields of a kind.
    init(_ node: SettingsNode, roles: [String]) throws(ConfigurationError) {
        for (role, value) in try node.entries() {
            guard roles.contains(role) || role == Self.others else {
                throw node.refused(
                    role,
                    expected:
                        "a level, a group, a role of somebody, or \(Self.others)\(Nearest.hint(to: role, of: roles + [Self.others]))"
                )
            }
            var fields: Set<PersonalText.Field> = []
            for item in value.items { fields.formUnion(try item.choice(Self.meanings)) }
            hidden[role] = fields
        }
    }

    /// What people of these roles see.
    public func masking(of roles: Set<String>) -> Masking {
        let masks = roles.compactMap { hidden[$0] }
        guard let first = masks.first else { return .none }
        let unseen = masks.dropFirst().reduce(first) { $0.intersection($1) }
        return Masking(visible: Set(PersonalText.Field.allCases).subtracting(unseen))
    }

    /// What words of the settings stand for.
    private static let meanings: [String: Set<PersonalText.Field>] = {
        let fields = PersonalText.Field.allCases
        var words = Dictionary(uniqueKeysWithValues: fields.map { ($0.rawValue, Set([$0])) })
        for kind in PersonalText.Field.Kind.allCases {
            words[kind.rawValue] = Set(fields.filter { $0.kind == kind })
        }
        return words
    }()
}

extension DeskSettings {
    /// What somebody sees of personal text.
    public func masking(of name: String) -> Masking {
        if hidesPersonalText { return Masking(visible: []) }
        return masking.masking(of: person(name) == nil ? [MaskingPolicy.others] : roles(of: name))
    }
}
