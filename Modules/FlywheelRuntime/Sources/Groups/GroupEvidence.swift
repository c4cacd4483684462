import FlywheelKit
import FlywheelStore

/// What an exception that stands for others keeps as its evidence.
struct GroupEvidence: Hashable, Codable {
    /// How many of them are not final.
    var members: Int
    /// What their stage saw of one of them that is open: what is to be done about one is to be done about all.
    var example: String
    /// Whose that is; `nil` where an older version kept it.
    var exampleOf: String?

    init(members: Int, example: ExceptionRecord?) throws {
        self.members = members
        self.example = ""
        try show(example)
    }

    init(of group: ExceptionRecord) throws {
        self = try CanonicalJSON.value(GroupEvidence.self, from: group.evidence.text())
    }

    /// Takes another for the example.
    mutating func show(_ example: ExceptionRecord?) throws {
        self.example = try example?.evidence.text() ?? ""
        exampleOf = example?.fingerprint.text
    }
}
