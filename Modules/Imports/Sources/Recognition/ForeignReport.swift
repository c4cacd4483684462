/// A report that people mix up with those that are read, so that the answer is its name and not a list of headings.
struct ForeignReport: Sendable {
    let title: String
    /// Headings, or members of a JSON document, of which each must be there.
    let markers: [HeadingName]

    private static let all = [
        ForeignReport(title: "Amazon's inventory ledger, summary", markers: ["starting warehouse balance", "msku"]),
        ForeignReport(title: "Amazon's inventory ledger, details", markers: ["unreconciled quantity", "event type"]),
        ForeignReport(title: "Amazon's storage fees", markers: ["month of charge", "storage rate"]),
        ForeignReport(title: "Amazon's storage overage fees", markers: ["charged date", "overage volume"]),
        ForeignReport(title: "Amazon's inbound problems", markers: ["fba shipment id", "problem type"]),
        ForeignReport(
            title: "Amazon's stranded stock as a template for uploads (use the report for people instead)",
            markers: ["add delete", "product tax code", "leadtime to ship"]),
        ForeignReport(title: "Amazon's customer returns", markers: ["return date", "license plate number"]),
        ForeignReport(title: "Amazon's customer returns", markers: ["return request date", "amazon rma id"]),
        ForeignReport(title: "Amazon's seller feedback", markers: ["rater email", "rating"]),
        ForeignReport(title: "an Amazon notification", markers: ["notification type", "payload"]),
        ForeignReport(title: "an answer to a change of a listing", markers: ["submission id", "issues"]),
        ForeignReport(title: "a search of Amazon's whole catalog", markers: ["refinements", "items"]),
        ForeignReport(title: "Amazon's account health", markers: ["account statuses", "performance metrics"]),
        ForeignReport(title: "an Amazon report of another kind", markers: ["report specification"]),
    ]

    /// The report with these headings; nil for one that nobody expects.
    static func of(_ headings: Headings) -> ForeignReport? {
        all.first { $0.markers.allSatisfy { headings.count(in: [$0]) > 0 } }
    }

    /// The document with these members at its top.
    static func of(members: [String]) -> ForeignReport? { of(Headings(members)) }
}
