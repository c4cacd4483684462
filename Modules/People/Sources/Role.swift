/// What somebody is to the team; each role may do all that the one before it may.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Looks, and changes nothing.
    case viewer
    /// Works the queue and the cases.
    case `operator`
    /// Decides what detection and routing do, and what is said in public.
    case lead
    /// Lets people in.
    case admin

    /// What the role may do.
    public var rights: Set<Right> {
        switch self {
        case .viewer: [.look]
        case .operator: [.look, .work, .answer, .supply]
        case .lead: [.look, .work, .answer, .supply, .decide, .publish, .settle]
        case .admin: Set(Right.allCases)
        }
    }

    /// By what they may do.
    public static func < (left: Role, right: Role) -> Bool { left.rights.count < right.rights.count }
}
