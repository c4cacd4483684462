import FlywheelKit

extension [StageManifest] {
    /// The problem as people read it: its kind, and what it is about within its kind.
    ///
    /// - Parameter members: how many it stands for; `nil` where it stands for itself.
    func name(of fingerprint: Fingerprint, standingFor members: Int? = nil) -> String {
        named(fingerprint, fingerprint.discriminator.inWords, standingFor: members)
    }

    /// The same with the code of what it is about, for programs.
    func codedName(of fingerprint: Fingerprint, standingFor members: Int? = nil) -> String {
        named(fingerprint, fingerprint.discriminator, standingFor: members)
    }

    private func named(_ fingerprint: Fingerprint, _ about: String, standingFor members: Int?) -> String {
        title(of: fingerprint) + (members.map { " of \($0)" } ?? "") + (about.isEmpty ? "" : ": \(about)")
    }

    /// The kind of problem in words; its id where the workflow is not installed.
    func title(of fingerprint: Fingerprint) -> String {
        title(ofKind: fingerprint.kind, in: fingerprint.workflow)
    }

    /// A workflow's kind of problem in words; those of its id where the workflow is not installed.
    func title(ofKind id: String, in workflow: String) -> String {
        kind(id, in: workflow)?.title ?? id.inWords
    }

    /// The kind of problem, where its workflow is installed.
    func kind(of fingerprint: Fingerprint) -> FindingKind? {
        kind(fingerprint.kind, in: fingerprint.workflow)
    }

    /// What a root cause of a workflow means, in a sentence; `nil` of one that somebody named themselves.
    func meaning(ofCause id: String, in workflow: String) -> String? {
        first { $0.id == workflow }?.rootCauses.first { $0.id == id }?.title
    }

    private func kind(_ id: String, in workflow: String) -> FindingKind? {
        first { $0.id == workflow }?.kinds.first { $0.id == id }
    }
}
