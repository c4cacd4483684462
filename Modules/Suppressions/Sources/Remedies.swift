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
                    unknowns: ["what the status does to the listing"]))
        }
        let action = firstStep(evidence)
        let suggestion = Suggestion(action, target: target(evidence), unknowns: unknowns(evidence))
        if let question = question(evidence.group) {
            return Resolution(.ask(question), playbook: playbook, suggestion: suggestion)
        }
        let remedy = Remedy(action, effortHours: Double(playbook.minutes) / 60, isReversible: true)
        return Resolution(.act(remedy), playbook: playbook, suggestion: suggestion)
    }

    /// Why a person has to look; `nil` where the remedy is known.
    private static func question(_ group: IssueGroup) -> String? {
        switch group {
        case .missingAttribute, .invalidAttribute, .image, .titleOrDescription, .wrongCategory, .price: nil
        case .compliance: "the marketplace wants a document that only the maker has"
        case .duplicate: "whether two pages show one product is for a person to see"
        case .policy: "whether to appeal, and with which proof, is for a person to decide"
        case .other: "nothing known says what kind of issue this is"
        }
    }

    private static func firstStep(_ evidence: SuppressionEvidence) -> String {
        let names = evidence.attributes.joined(separator: " and ")
        return switch evidence.group {
        case .missingAttribute where !names.isEmpty: "Supply \(names) in the listing's template and resubmit it"
        case .missingAttribute: "Supply the missing value in the listing's template and resubmit it"
        case .invalidAttribute where !names.isEmpty: "Correct \(names) in the listing's template and resubmit it"
        case .invalidAttribute: "Correct the rejected value in the listing's template and resubmit it"
        case .image: "Replace the image by one that follows the rules"
        case .titleOrDescription: "Correct the text and resubmit the listing"
        case .wrongCategory: "Move the listing to the right product type"
        case .price: "Bring the price into range where it is kept"
        case .compliance: "Ask the maker for the document that the marketplace wants"
        case .duplicate: "Find the other page by barcode"
        case .policy: "Read the notice and decide whether the marketplace is right"
        case .other where !names.isEmpty: "Read the issue on the marketplace's page, and check \(names)"
        case .other: "Read the issue on the marketplace's page"
        }
    }

    private static func target(_ evidence: SuppressionEvidence) -> String {
        let name = evidence.code ?? (evidence.attributes.isEmpty ? nil : evidence.attributes.joined(separator: " and "))
        let gone = "\(name.map { "the issue \($0)" } ?? "the issue") is gone from the next report"
        return evidence.pendingExemption.map { "\(gone), before \($0.until)" } ?? gone
    }

    private static func unknowns(_ evidence: SuppressionEvidence) -> [String] {
        var unknowns: [String] = []
        if evidence.enforcement == .searchSuppressed {
            unknowns.append("what share of this listing's sales comes by search: the share claimed is a prior")
        }
        if evidence.pendingExemption != nil {
            unknowns.append("whether the marketplace enforces on the day: the probability is a prior")
        }
        if evidence.since == nil { unknowns.append("since when the status holds") }
        return unknowns
    }
}
