import FlywheelKit

/// One row of the report, with what is concluded from it alone.
struct ReportedRow {
    let status: String
    let reason: String?
    let issue: String?
    let code: String?
    let since: Day?
    let exemptUntil: Instant?
    /// `nil` for a status text that nobody has told us the meaning of.
    let enforcement: Enforcement?
    /// The marketplace's number, where the code holds one.
    let number: String?
    let attributes: [String]
    let knownReason: Reason?

    init(
        status: String, reason: String? = nil, issue: String? = nil, code: String? = nil, since: Day? = nil,
        exemptUntil: Instant? = nil, enforcement: Enforcement? = nil
    ) {
        self.status = status
        self.reason = reason
        self.issue = issue
        self.code = code?.lowercased()
        self.since = since
        self.exemptUntil = exemptUntil
        let folded = status.folded
        self.enforcement = enforcement ?? Enforcement(folded: folded)
        let parts = IssueCode(self.code)
        number = parts.number
        attributes = parts.attributes.isEmpty ? issue.map(IssueName.attributes(in:)) ?? [] : parts.attributes
        let isUnpublished = Enforcement.unpublished.contains(folded)
        knownReason =
            reason.flatMap(Reason.init(reported:)) ?? parts.reason
            ?? (isUnpublished ? issue.flatMap(Reason.init(unpublished:)) : nil)
    }

    /// Whether the row says that the price is above what the same costs elsewhere.
    var comparesPrices: Bool { [reason, issue, code].compactMap(\.self).contains(where: Reason.comparesPrices) }

    /// Code, else attributes, else the known reason; `nil` when only localised text is left.
    var name: String? {
        number == nil && attributes.isEmpty ? knownReason?.rawValue ?? code : code ?? nameByAttributes
    }

    /// What the row would be called without the marketplace's number, as by a source that has none.
    var nameByAttributes: String? { attributes.isEmpty ? nil : attributes.joined(separator: "+") }

    /// Whether the row says what is done and nothing of why, as notifications do.
    var isBare: Bool { enforcement != nil && name == nil && issue == nil && reason == nil }

    /// The kind of finding this row alone would be: the same before and after an exemption ends, so that what was foreseen
    /// and comes true is one problem.
    var kind: FindingKind { enforcement.map(FindingKind.enforced) ?? .enforcementUnknown }

    /// When the enforcement began, where the row says so: with the day of the status; after an exemption, with its end. `nil`
    /// while it is put off, and for a day that has not begun yet.
    func onset(in chunk: Chunk) -> Instant? {
        let reported = since.map(chunk.start)
        guard isEnforced(at: chunk.asOf) else { return nil }
        let onset = exemptUntil.map { max($0, reported ?? $0) } ?? reported
        return onset.flatMap { $0 <= chunk.asOf ? $0 : nil }
    }

    /// Whether no exemption puts the enforcement off.
    func isEnforced(at moment: Instant) -> Bool { exemptUntil.map { $0 <= moment } ?? true }

    /// Gravest first: what is enforced before what is exempt, then by enforcement, and
    /// what says why before what does not. The rest of the order only makes sure
    /// that the order of the file does not matter.
    static func isGraver(_ left: ReportedRow, _ right: ReportedRow) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        return left.words < right.words
    }

    private var words: (String, String, String, String) { (issue ?? "", reason ?? "", status, code ?? "") }

    private var rank: (exempt: Int64, severity: Int, wordless: Int, since: Int32) {
        let severity = enforcement.flatMap(Enforcement.allCases.firstIndex(of:)) ?? Enforcement.allCases.count
        return (exemptUntil?.seconds ?? .min, severity, isBare ? 1 : 0, since?.epochDays ?? .max)
    }
}
