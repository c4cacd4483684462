import FlywheelKit
public import FlywheelRuntime
import Settings

extension Configuration {
    /// Refuses what names a workflow, kind or knob which is not installed: it means nothing, and nobody would notice.
    ///
    /// A marketplace may be any that a file names, so it is taken as it stands.
    ///
    /// - Returns: the workflows with the knobs that are set.
    @discardableResult
    public func check(against stages: [InstalledStage]) throws -> [InstalledStage] {
        let manifests = stages.map(\.manifest)
        let ids = manifests.map(\.id)
        if let workflows { try Self.check(workflows, "workflow", at: "workflows", among: ids) }
        for rule in policy.rules {
            try Self.check(rule.workflows, "workflow", at: "owners.workflow", among: ids)
            let meant = manifests.filter { rule.workflows.isEmpty || rule.workflows.contains($0.id) }
            try Self.check(rule.kinds, "kind", at: "owners.kind", among: meant.flatMap { $0.kinds.map(\.id) })
        }
        return try knobs.set(of: stages)
    }

    private static func check(
        _ names: Set<String>, _ what: String, at key: String, among known: [String]
    ) throws(ConfigurationError) {
        for name in names.sorted() where !known.contains(name) {
            let choice =
                Nearest.word(to: name, of: known).map { "; did you mean \"\($0)\"?" }
                ?? ": \(Set(known).sorted().joined(separator: ", "))"
            throw .value(key: key, found: name, expected: "an installed \(what)\(choice)")
        }
    }
}
