import FlywheelStore

/// What an exception that stands for others keeps as its evidence.
struct GroupEvidence: Hashable, Codable {
    /// How many of them are not final.
    var members: Int
    /// What their stage saw of the one whose fingerprint comes first, when the group opened: what is to be done about one
    /// is to be done about all.
    var example: String

    init(members: Int, example: String) {
        self.members = members
        self.example = example
    }

    init(of group: ExceptionRecord) throws {
        self = try CanonicalJSON.value(GroupEvidence.self, from: group.evidence.text())
    }
}
