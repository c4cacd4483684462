import Cases
import Crypto
import FlywheelKit
import FlywheelStore
import Foundation
import Settings

extension DecisionRights {
    /// Reads the rows of the matrix. A role is a step of the ladder, a group, or one that people were given; whoever stands
    /// on a step has those below it as well. The matrix is named by its contents, so that a decision says by which it was taken.
    ///
    /// - Parameter roles: the roles that there are.
    init(_ node: SettingsNode?, roles: [String]) throws(ConfigurationError) {
        let rows = try node.items { node throws(ConfigurationError) in try Right.rows(node, roles: roles) }.flatMap(
            \.self)
        let text = rows.map(\.words).joined(separator: "\n")
        self.init(version: String(SHA256.hash(data: Data(text.utf8)).hexadecimal.prefix(12)), rows)
    }
}

extension DecisionRights.Right {
    private enum Key: String, CaseIterable { case role, type, upTo, second }
    private enum Second: String, CaseIterable { case always, never }

    /// Reads a row: a `role`, one or several `type`s, `upTo` which amounts (`any` for whatever amount), and whether a
    /// `second` person is needed.
    fileprivate static func rows(_ node: SettingsNode, roles: [String]) throws(ConfigurationError) -> [Self] {
        let section = try node.section(Key.self)
        let role = try SettingsNode.required(.role, in: section, of: node).name(of: roles)
        let types = try SettingsNode.required(.type, in: section, of: node).choices(DecisionType.self)
        let upTo = try limits(SettingsNode.required(.upTo, in: section, of: node))
        let second = try section[.second]?.choice(Second.self) ?? .never
        return DecisionType.allCases.filter(types.contains).map {
            Self(role, $0, upTo: upTo, needsSecond: second == .always)
        }
    }

    /// Sums by currency; `nil` for `any`.
    private static func limits(_ node: SettingsNode) throws(ConfigurationError) -> [Money]? {
        guard !node.holdsKeys else { return try node.money() }
        _ = try node.name(of: ["any"])
        return nil
    }

    /// All that it says, for the name of the matrix.
    fileprivate var words: String {
        let limits = upTo?.map(\.description).sorted().joined(separator: ",") ?? "any"
        return "\(role) \(type.rawValue) \(limits) \(needsSecond)"
    }
}
