import FlywheelKit
import FlywheelRuntime
import Settings

extension WorkPolicy {
    /// Refuses rules that name a workflow or kind which is not installed: they match nothing, and nobody would notice.
    ///
    /// A marketplace may be any that a file names, so it is taken as it stands.
    func check(against manifests: [StageManifest]) throws(ConfigurationError) {
        for rule in rules {
            try Self.check(rule.workflows, "workflow", among: manifests.map(\.id))
            let meant = manifests.filter { rule.workflows.isEmpty || rule.workflows.contains($0.id) }
            try Self.check(rule.kinds, "kind", among: meant.flatMap { $0.kinds.map(\.id) })
        }
    }

    private static func check(
        _ names: Set<String>, _ what: String, among known: [String]
    ) throws(ConfigurationError) {
        for name in names.sorted() where !known.contains(name) {
            let choice =
                Nearest.word(to: name, of: known).map { "; did you mean \"\($0)\"?" }
                ?? ": \(Set(known).sorted().joined(separator: ", "))"
            throw .value(key: "owners.\(what)", found: name, expected: "an installed \(what)\(choice)")
        }
    }
}
