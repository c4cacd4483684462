import FlywheelKit

/// What is to be done about an issue: the playbook of its group, and the first step towards a state the report can show.
enum Remedies {
    static func resolution(of evidence: SuppressionEvidence) -> Resolution {
        let playbook = evidence.group.playbook
        guard evidence.enforcement != nil else {
            let statuses = evidence.reportedStatuses.map { "\"\($0)\"" }.joined(separator: ", ")
            return Resolution(
                .ask("the reported status \(statuses) is not known here, so nobody can say what it costs"),
                playbook: playbook,
                suggestion: Suggestion(
                    "Look at the product page as a buyer: does search find it, can it be bought?",
                    unknowns: ["what the status does to the listing"]),
                draft: Draft(about: evidence))
        }
        let action = firstStep(evidence)
        let suggestion = Suggestion(
            action, target: target(evidence), because: grounds(evidence), unknowns: unknowns(evidence))
        if let question = question(evidence) {
            return Resolution(
                .ask(question), playbook: playbook, suggestion: suggestion, draft: Draft(about: evidence))
        }
        let remedy = Remedy(
            action, effortHours: Double(playbook.minutes) / 60, isReversible: true, change: change(evidence))
        return Resolution(.act(remedy), playbook: playbook, suggestion: suggestion, draft: Draft(about: evidence))
    }

    /// The attributes that a new upload has to carry. A title that is missing may be known from another source; other
    /// values only a person knows, and what was rejected must not be sent again.
    ///
    /// A price that is compared with lower ones comes down to what is asked there.
    private static func change(_ evidence: SuppressionEvidence) -> ListingChange? {
        if let price = evidence.price, let to = evidence.bounds?.lower(than: price) {
            return .price(PriceChange(from: price, to: to, unitsNow: nil, unitsThen: nil))
        }
        guard !evidence.attributes.isEmpty else { return nil }
        let isMissing = evidence.reason.flatMap(Reason.init(reported:)) == .missingAttribute
        return .attributes(
            evidence.attributes.map { name in
                AttributeChange(name, to: isMissing && name == "item_name" ? evidence.listing.title : nil)
            })
    }

    /// Why a person has to look; `nil` where the remedy is known.
    private static func question(_ evidence: SuppressionEvidence) -> String? {
        switch evidence.group {
        case .missingAttribute, .invalidAttribute, .image, .titleOrDescription, .wrongCategory, .price, .offerDates: nil
        case .compliance, .complianceRemoval: "the marketplace wants a document that only the maker has"
        case .duplicate: "whether two pages show one product is for a person to see"
        case .approval: "whether to apply for the approval is for a person to decide"
        case .intellectualProperty, .authenticity, .policy:
            "whether to appeal, and with which proof, is for a person to decide"
        case .marketplaceError: "the marketplace has to put its error right"
        case .other where evidence.enforcement == .notListed:
            "whether the listing was ended on purpose is for a person to say"
        case .other: "nothing known says what kind of issue this is"
        }
    }

    private static func firstStep(_ evidence: SuppressionEvidence) -> String {
        let names = evidence.attributes.map(\.inWords).joined(separator: " and ")
        return switch evidence.group {
        case .missingAttribute where !names.isEmpty: "Supply \(names) in the listing's template and resubmit it"
        case .missingAttribute: "Supply the missing value in the listing's template and resubmit it"
        case .invalidAttribute where !names.isEmpty: "Correct \(names) in the listing's template and resubmit it"
        case .invalidAttribute: "Correct the rejected value in the listing's template and resubmit it"
        case .image: "Replace the image by one that follows the rules"
        case .titleOrDescription: "Correct the text and resubmit the listing"
        case .wrongCategory: "Move the listing to the right product type"
        case .price: lowering(evidence) ?? "Bring the price into range where it is kept"
        case .offerDates: "Renew the dates of the offer where they are kept"
        case .compliance: "Ask the maker for the document that the marketplace wants"
        case .complianceRemoval: "Stop inbound shipments, and ask the maker for the document that the marketplace wants"
        case .duplicate: "Find the other page by barcode"
        case .approval: "Read what the approval is for, and whether the product is worth it"
        case .intellectualProperty: "Read who complains of what, and take out what is not yours to use"
        case .authenticity: "Collect the invoices that cover the units sold"
        case .marketplaceError: "Submit the listing again as it is"
        case .policy: "Read the notice and decide whether the marketplace is right"
        case .other where evidence.enforcement == .notListed:
            "Look whether the marketplace still has the listing, and list it again unless it was ended on purpose"
        case .other where !names.isEmpty: "Read the issue on the marketplace's page, and check \(names)"
        case .other: "Read the issue on the marketplace's page"
        }
    }

    private static func lowering(_ evidence: SuppressionEvidence) -> String? {
        guard let price = evidence.price, let to = evidence.bounds?.lower(than: price) else { return nil }
        return "Lower the price from \(price) to \(to)"
    }

    private static func target(_ evidence: SuppressionEvidence) -> String {
        let codes = evidence.code.map { [$0] } ?? evidence.attributes
        let name = codes.isEmpty ? nil : codes.map(\.inWords).joined(separator: " and ")
        if evidence.enforcement == .notListed { return "the listing is in the next list of all listings" }
        let gone = "\(name.map { "the issue \($0)" } ?? "the issue") is gone from the next report"
        return evidence.pendingExemption.map { "\(gone), before \($0.until)" } ?? gone
    }

    private static func unknowns(_ evidence: SuppressionEvidence) -> [String] {
        var unknowns: [String] = []
        if let share = evidence.searchShare {
            unknowns.append("what share of this listing's sales comes by search: \(share.basis)")
        }
        if evidence.pendingExemption != nil {
            unknowns.append("whether the marketplace enforces on the day: the probability is a prior")
        }
        if evidence.since == nil { unknowns.append("since when the status holds") }
        return unknowns + (evidence.bounds?.costs.unknowns ?? [])
    }

    /// What the price is held against, and how low it may be with all that this follows from.
    private static func grounds(_ evidence: SuppressionEvidence) -> [String] {
        guard let price = evidence.price, let bounds = evidence.bounds else { return [] }
        let least = bounds.bounds(of: price).least
        let known = [
            "elsewhere the same costs \(bounds.compared)",
            bounds.shipping.map { "a buyer pays \($0) for shipping besides" },
            bounds.discount.map { "a buyer is taken off \($0) at checkout" },
            least.map { "the lowest price allowed is \($0)" } ?? "nobody says how low the price may be",
        ]
        return known.compactMap(\.self) + (bounds.foreign?.map(\.description) ?? []) + bounds.costs.sentences
    }
}
