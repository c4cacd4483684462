import FlywheelKit
public import FlywheelRuntime
import Settings

/// The knobs that a configuration sets, by workflow and name. Which there are, and what they take, the workflows say; so it is
/// read once they are known.
public struct KnobSettings: Sendable {
    private let yaml: String

    /// What the text of a configuration sets; nothing without one.
    public init(yaml: String = "") { self.yaml = yaml }

    /// The workflows with what is set of their knobs. Throws a ``Settings/ConfigurationError`` for what no knob takes.
    public func set(of stages: [InstalledStage]) throws -> [InstalledStage] {
        let key = ConfigurationFile.Key.knobs.rawValue
        guard let section = try SettingsNode(yaml: yaml)?.entries().first(where: { $0.key == key })?.value else {
            return stages
        }
        let told = Dictionary(
            try section.entries(among: stages.map(\.manifest.id)), uniquingKeysWith: { first, _ in first })
        return try stages.map { stage in
            try told[stage.manifest.id].map { try Self.setting($0, of: stage) } ?? stage
        }
    }

    private static func setting(
        _ section: SettingsNode, of stage: InstalledStage
    ) throws(ConfigurationError) -> InstalledStage {
        var (stage, values) = (stage, stage.setKnobs)
        for (name, node) in try section.entries(among: stage.initialKnobs.keys) {
            let initial = stage.initialKnobs[name] ?? .nothing
            let value = try value(node, like: initial, in: stage.knobs.first { $0.name == name }?.range)
            values[name] = value
            guard let next = stage.setting(values) else {
                throw node.refused("\(value)", expected: "a value such as \(initial)")
            }
            stage = next
        }
        return stage
    }

    /// What stands there, read as what the knob holds in a new installation.
    private static func value(
        _ node: SettingsNode, like initial: KnobValue, in range: ClosedRange<Double>? = nil
    ) throws(ConfigurationError) -> KnobValue {
        switch initial {
        case .number:
            if let range { return .number(try node.number(in: range)) }
            return .number(try node.value("a number") { text in Double(text).flatMap { $0.isFinite ? $0 : nil } })
        case .flag: return .flag(try node.choice(["true": true, "false": false]))
        case .text, .nothing: return .text(try node.text())
        case .list(let items):
            var values: [KnobValue] = []
            for item in node.items { values.append(try value(item, like: items.first ?? .nothing)) }
            return .list(values)
        case .keys(let members):
            var values: [String: KnobValue] = [:]
            for (name, item) in try node.entries() {
                values[name] = try value(item, like: members[name] ?? members.values.first ?? .nothing)
            }
            return .keys(values)
        }
    }
}
