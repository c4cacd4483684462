import FlywheelKit

extension Draft {
    /// The text to the marketplace about an issue; `nil` where a person mends the listing and needs nobody for it.
    ///
    /// The text says what the facts say and claims nothing else: what was done, and why, is for the person who sends it to
    /// add. What is not known is in the list of evidence without a value, and never a gap in the text.
    init?(about evidence: SuppressionEvidence) {
        // A status that nobody knows is asked about, whatever the issue is.
        let group = evidence.enforcement == nil ? .other : evidence.group
        guard let request = DraftRequest(group) else { return nil }
        let listing = evidence.listing
        let product = listing.product.map { " (\($0))" } ?? ""
        let subject = "\(request.subject): \(listing.code)\(product)"
        let enclosed = request.proofs.map { "- \($0)" }
        self.init(
            subject: evidence.code.map { "\(subject), issue \($0)" } ?? subject,
            body: (["Hello,", ""] + Self.facts(evidence) + [""] + request.text + ["", "Enclosed:"] + enclosed)
                .joined(separator: "\n"),
            evidence: Self.known(evidence) + request.proofs.map { Item($0) })
    }

    /// The listing and the issue, a line each; what is not known has no line.
    private static func facts(_ evidence: SuppressionEvidence) -> [String] {
        let listing = evidence.listing
        let attributes = evidence.attributes.joined(separator: ", ")
        let lines: [(String, String?)] = [
            ("Listing", listing.title.map { "\(listing.code), \($0)" } ?? listing.code),
            ("Product", listing.product),
            ("Marketplace", Marketplace.named(listing.marketplace)?.domain ?? listing.marketplace),
            ("Category", listing.category),
            ("Status", evidence.reportedStatuses.joined(separator: ", ")),
            ("Since", evidence.since?.description),
            ("Exempt until", evidence.exemption?.until.description),
            ("Issue", evidence.code),
            ("Reason", evidence.reason),
            ("Attributes", attributes.isEmpty ? nil : attributes),
            ("Your notice", evidence.issue.map { "\"\($0)\"" }),
        ]
        return lines.compactMap { name, value in value.map { "\(name): \($0)" } }
    }

    /// What the facts prove or fail to prove.
    private static func known(_ evidence: SuppressionEvidence) -> [Item] {
        [
            Item("the listing", evidence.listing.code),
            Item("the product's id on the marketplace", evidence.listing.product),
            Item("the issue", evidence.code ?? evidence.issue ?? evidence.reason),
            Item("since when", evidence.since?.description),
            Item("what was done about it, and when"),
        ]
    }
}
