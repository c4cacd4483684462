import FlywheelKit
import Testing

@testable import Suppressions

@Suite struct DraftTests {
    /// Evidence of an issue of a group, with everything known or next to nothing.
    private func evidence(_ group: IssueGroup, isKnown: Bool, enforcement: Enforcement? = .listingSuppressed)
        -> SuppressionEvidence
    {
        SuppressionEvidence(
            enforcement: enforcement, reportedStatuses: ["Listing Suppressed"], reason: isKnown ? "Compliance" : nil,
            group: group, code: isKnown ? "18155" : nil, attributes: isKnown ? ["brand", "item_name"] : [],
            issue: isKnown ? "A document is missing." : nil, since: isKnown ? today : nil,
            exemption: isKnown ? Exemption(until: asOf.advanced(byDays: 2), asOf: asOf) : nil, lossShare: 1,
            searchShare: nil, rows: 1,
            listing: ListingFacts(
                code: "KN-12", product: isKnown ? "B0SIM00012" : nil, marketplace: "ATVPDKIKX0DER",
                title: isKnown ? "Paring knife" : nil, category: isKnown ? "KITCHEN_KNIFE" : nil, status: nil),
            price: nil, bounds: nil)
    }

    @Test(arguments: IssueGroup.allCases, [true, false])
    func hasADraftWhereverAPersonIsAsked(group: IssueGroup, isKnown: Bool) {
        let resolution = stage.resolve(evidence(group, isKnown: isKnown))
        if case .ask = resolution.action { #expect(resolution.draft != nil) }
    }

    @Test(arguments: IssueGroup.allCases, [true, false])
    func leavesNoGapInTheText(group: IssueGroup, isKnown: Bool) throws {
        guard let draft = stage.resolve(evidence(group, isKnown: isKnown)).draft else { return }
        for text in [draft.subject, draft.body] {
            for gap in ["nil", "Optional", "unknown", "TBD", "XXX", "…", "[", "]", "{", "}", "<", ">", "()", "  "] {
                #expect(!text.contains(gap), "\(gap) in \(text)")
            }
            #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(":") || $0 == "Enclosed:" })
        }
        #expect(draft.evidence.allSatisfy { !$0.title.isEmpty && $0.value != "" })
        #expect(Set(draft.evidence.map(\.title)).count == draft.evidence.count)
        let lacking = draft.evidence.filter { $0.value == nil }.map(\.title)
        let enclosed = draft.body.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
        #expect(!enclosed.isEmpty && enclosed.allSatisfy(lacking.contains), "what is enclosed has to be attached")
        #expect(lacking.contains("what was done about it, and when"))
        #expect(lacking.contains("the product's id on the marketplace") == !isKnown)
    }

    @Test func tellsTheListingsFactsInPlainLines() throws {
        let draft = try #require(Draft(about: evidence(.complianceRemoval, isKnown: true)))
        #expect(
            draft.subject
                == "Request to put a listing back on sale after a compliance review: KN-12 (B0SIM00012), issue 18155")
        for line in [
            "Listing: KN-12, Paring knife", "Product: B0SIM00012", "Marketplace: amazon.com", "Since: 2026-11-20",
            "Exempt until: 2026-11-22T16:05:00Z", "Attributes: brand, item_name",
            "Your notice: \"A document is missing.\"",
        ] {
            #expect(draft.body.split(separator: "\n").contains(Substring(line)), "\(line) in \(draft.body)")
        }
    }

    @Test func asksForInvoicesOfAYearWhereTheSourceOfGoodsIsInDoubt() {
        for group in [IssueGroup.authenticity, .intellectualProperty, .approval, .complianceRemoval] {
            let titles = Draft(about: evidence(group, isKnown: true))?.evidence.map(\.title) ?? []
            #expect(titles.contains { $0.contains("invoices") && $0.contains("365 days") }, "\(group)")
        }
    }

    @Test func asksWhatAStatusMeansThatNobodyKnows() {
        let draft = stage.resolve(evidence(.policy, isKnown: true, enforcement: nil)).draft
        #expect(draft?.subject.hasPrefix("Question about") == true)
    }
}

@Suite struct FixTests {
    private func change(_ line: Line, title: String? = "Paring knife") throws -> ListingChange? {
        var builder = report([line])
        builder.set(Catalog.title, [title])
        let finding = try #require(detect(builder.build()).findings.first)
        guard case .act(let remedy) = stage.resolve(finding.evidence).action else { return nil }
        return remedy.change
    }

    @Test func namesTheAttributesThatANewUploadHasToCarry() throws {
        let reported = Line(
            status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' and '[color]' are required.")
        #expect(
            try change(reported) == .attributes([AttributeChange("brand", to: nil), AttributeChange("color", to: nil)]))
        let coded = Line(status: "SEARCH_SUPPRESSED", reason: "INVALID_ATTRIBUTE", code: "90220+material")
        #expect(try change(coded) == .attributes([AttributeChange("material", to: nil)]))
        #expect(try change(Line(status: "Suppressed", reason: "Missing info")) == nil)
    }

    @Test func fillsInATitleThatIsMissingAndNeverOneThatWasRejected() throws {
        func title(_ reason: String) throws -> ListingChange? {
            try change(Line(status: "Suppressed", reason: reason, code: "item_name"))
        }
        #expect(try title("Missing info") == .attributes([AttributeChange("item_name", to: "Paring knife")]))
        #expect(try title("INVALID_ATTRIBUTE") == .attributes([AttributeChange("item_name", to: nil)]))
        let unknown = Line(status: "Suppressed", reason: "Missing info", code: "item_name")
        #expect(try change(unknown, title: nil) == .attributes([AttributeChange("item_name", to: nil)]))
    }
}
