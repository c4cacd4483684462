import FlywheelKit

extension Draft {
    /// The text to the marketplace about an issue; `nil` where a person mends the listing and needs nobody for it.
    ///
    /// The text says what the facts say and claims nothing else: what was done, and why, is for the person who sends it to
    /// add. What is not known is in the list of evidence without a value, and never a gap in the text.
    init?(about evidence: SuppressionEvidence) {
        // A status that nobody knows is asked about, whatever the issue is.
        let group = evidence.enforcement == nil ? .other : evidence.group
        guard let request = DraftRequest.of(group) else { return nil }
        let listing = evidence.listing
        let product = listing.product.map { " (\($0))" } ?? ""
        let subject = "\(request.subject): \(listing.code)\(product)"
        self.init(
            subject: evidence.code.map { "\(subject), issue \($0)" } ?? subject,
            body: "Hello,\n\n\(Self.facts(evidence))\n\(request.text)", evidence: Self.known(evidence) + request.proofs)
    }

    /// The listing and the issue, a line each; what is not known has no line.
    private static func facts(_ evidence: SuppressionEvidence) -> String {
        let listing = evidence.listing
        var text = ""
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { text += "\(name): \(value)\n" }
        }
        add("Listing", listing.title.map { "\(listing.code), \($0)" } ?? listing.code)
        add("Product", listing.product)
        add(
            "Marketplace",
            Marketplace.named(listing.marketplace)?.domain ?? Marketplace.channels[listing.marketplace]
                ?? listing.marketplace)
        add("Category", listing.category)
        add("Status", evidence.reportedStatuses.joined(separator: ", "))
        add("Since", evidence.since?.description)
        add("Exempt until", evidence.exemption?.until.description)
        add("Issue", evidence.code)
        add("Reason", evidence.reason)
        add("Attributes", evidence.attributes.joined(separator: ", "))
        add("Your notice", evidence.issue.map { "\"\($0)\"" })
        return text
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
