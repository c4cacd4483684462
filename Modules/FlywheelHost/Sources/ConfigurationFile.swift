import Foundation
import Yams

/// The configuration as it stands in `flywheel.yaml`. Every key is optional; a key that is none of these is an error.
struct ConfigurationFile: Decodable {
    struct Owner: Decodable {
        var owner: String
        var workflow: String?
        var kind: String?
        var marketplace: String?
        var tier: String?
    }

    struct Calendar: Decodable {
        var zone: String?
        /// Hours by weekday, `mon: "09:00-12:00 13:00-17:00"`; a weekday left out is closed.
        var hours: [String: String]?
        var holidays: [String]?
    }

    struct Changes: Decodable {
        /// The accounts whose approved changes may be written; all others are in test mode.
        var live: [String]?
        var pricesPerDay: Int?
        /// The ids that marketplaces give sellers, by account.
        var sellers: [String: String]?
    }

    var actor: String?
    var currency: String?
    var horizonDays: Int?
    var feeRate: Double?
    var reviewDays: Double?
    var hoursToAct: [String: Double]?
    var calendar: Calendar?
    var owners: [Owner]?
    var changes: Changes?

    /// Reads the text of a file.
    init(yaml: String) throws {
        if let node = try Yams.compose(yaml: yaml) {
            try Self.check(node, keys: Self.keys, at: "")
            if let calendar = node["calendar"] { try Self.check(calendar, keys: Self.calendarKeys, at: "calendar.") }
            if let changes = node["changes"] { try Self.check(changes, keys: Self.changesKeys, at: "changes.") }
            for owner in node["owners"]?.array() ?? [] { try Self.check(owner, keys: Self.ownerKeys, at: "owners.") }
            self = try YAMLDecoder().decode(Self.self, from: node)
        }
    }

    private static let keys = [
        "actor", "currency", "horizonDays", "feeRate", "reviewDays", "hoursToAct", "calendar", "owners",
        "changes",
    ]
    private static let calendarKeys = ["zone", "hours", "holidays"]
    private static let changesKeys = ["live", "pricesPerDay", "sellers"]
    private static let ownerKeys = ["owner", "workflow", "kind", "marketplace", "tier"]

    private static func check(_ node: Node, keys: [String], at place: String) throws {
        guard let mapping = node.mapping else {
            throw ConfigurationError.notAMapping(place.isEmpty ? "the file" : String(place.dropLast()))
        }
        for (key, _) in mapping {
            guard let name = key.string, keys.contains(name) else {
                throw ConfigurationError.unknownKey(
                    place + (key.string ?? "?"), line: key.mark?.line,
                    nearest: Nearest.word(to: key.string ?? "", of: keys))
            }
        }
    }
}

/// What is wrong with a configuration.
public enum ConfigurationError: Error, Hashable, Sendable {
    /// A key means nothing; `nearest` is what may have been meant.
    case unknownKey(String, line: Int?, nearest: String?)
    /// A list or a word stands where keys are expected.
    case notAMapping(String)
    /// A value is not what its key takes.
    case value(key: String, found: String, expected: String)
}

extension ConfigurationError: CustomStringConvertible {
    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .unknownKey(let key, let line, let nearest):
            "unknown key \"\(key)\"" + (line.map { " in line \($0)" } ?? "")
                + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        case .notAMapping(let place): "\(place) must hold keys and values"
        case .value(let key, let found, let expected): "\(key) is \"\(found)\", expected \(expected)"
        }
    }
}
