import FlywheelKit

extension String {
    /// An id or a code as people read it: `minimum_age_verification@2026-10-26` as
    /// `minimum age verification since 2026-10-26`, `late-handling` as `late handling`, `brand+item_name` as
    /// `brand, item name`. What has a space in it was written by somebody, and stays.
    ///
    /// This is the one place where codes become words. JSON keeps the codes, and so does whatever is typed.
    var inWords: String {
        guard !contains(where: \.isWhitespace) else { return self }
        if let day = firstMatch(of: #/@(\d{4}-\d\d-\d\d)$/#) {
            return "\(String(self[..<day.range.lowerBound]).inWords) since \(day.output.1)"
        }
        let words = split(separator: "+").joined(separator: ", ").replacing(#/[_-]+(?=\p{L})/#, with: " ")
        // Codes that shout, MISSING_IMAGE, say the same.
        return contains("_") && !contains(where: \.isLowercase) ? words.lowercased() : words
    }
}

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
