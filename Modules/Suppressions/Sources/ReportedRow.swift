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
    let attributes: [String]
    let knownReason: Reason?

    init(
        status: String, reason: String? = nil, issue: String? = nil, code: String? = nil, since: Day? = nil,
        exemptUntil: Instant? = nil
    ) {
        self.status = status
        self.reason = reason
        self.issue = issue
        self.code = code?.lowercased()
        self.since = since
        self.exemptUntil = exemptUntil
        enforcement = Enforcement(reported: status)
        // A source that gives the attribute apart gives it in the column of codes; codes themselves are numbers.
        let isAttribute = self.code?.contains(where: \.isLetter) ?? false
        attributes =
            isAttribute ? [self.code].compactMap(\.self) : issue.map(IssueName.attributes(in:)) ?? []
        knownReason = reason.flatMap(Reason.init(reported:))
    }

    /// Code, else attributes, else the known reason; `nil` when only localised text is left.
    var name: String? {
        code ?? (attributes.isEmpty ? knownReason?.rawValue : attributes.joined(separator: "+"))
    }

    /// The kind of finding this row alone would be.
    var kind: FindingKind {
        guard let enforcement else { return .enforcementUnknown }
        return exemptUntil == nil ? .enforced(enforcement) : .exemptionEnds
    }

    /// Gravest first: what is enforced before what is exempt, then by enforcement. The rest of the order only makes sure
    /// that the order of the file does not matter.
    static func isGraver(_ left: ReportedRow, _ right: ReportedRow) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        return (left.issue ?? "", left.reason ?? "", left.status) < (
            right.issue ?? "", right.reason ?? "", right.status
        )
    }

    private var rank: (exempt: Int64, severity: Int, since: Int32) {
        let severity = enforcement.flatMap(Enforcement.allCases.firstIndex(of:)) ?? Enforcement.allCases.count
        return (exemptUntil?.seconds ?? .min, severity, since?.epochDays ?? .max)
    }
}
