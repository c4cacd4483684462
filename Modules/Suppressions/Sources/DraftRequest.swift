import FlywheelKit

/// What a text about issues of a group asks for, and what it has to prove it with.
///
/// The proofs are what notices of Amazon and Walmart ask for, as sellers quote them in public: invoices or receipts of the
/// last 365 days that cover the units sold, the supplier's contact, the rights owner's authorisation, test reports for the
/// model in question, the submission that carried a correction. A marketplace may ask for others; its notice decides.
struct DraftRequest {
    /// What it is about.
    let subject: String
    /// What is asked, and the list of what is enclosed.
    let text: String
    /// What a person has to attach or add.
    let proofs: [Draft.Item]

    /// The request of a group; `nil` for groups whose issues a person mends alone.
    static func of(_ group: IssueGroup) -> DraftRequest? { all[group] }

    /// Put together once, since every issue of every rotation asks.
    private static let all = Dictionary(
        uniqueKeysWithValues: IssueGroup.allCases.compactMap { group in DraftRequest(group).map { (group, $0) } })

    private init(_ subject: String, _ text: [String], proofs: [String]) {
        self.subject = subject
        self.text = (text + ["", "Enclosed:"] + proofs.map { "- \($0)" }).joined(separator: "\n")
        self.proofs = proofs.map { Draft.Item($0) }
    }

    private static let invoices =
        "invoices or receipts of the last 365 days that name the product and cover the units sold"
    private static let authorisation = "letter of authorisation or licence from the owner of the brand"
    private static let pictureOfPage = "a picture of the page as buyers see it now, with its date"
    private static let submission = "number of the submission that carried the correction"
    private static let documents = [
        "test report of an accredited laboratory for this model",
        "declaration of conformity, certificate or safety data sheet that your notice names",
        "photos of the product and its label with maker and model number",
    ]

    private init?(_ group: IssueGroup) {
        switch group {
        case .missingAttribute, .invalidAttribute, .price, .offerDates: return nil
        case .image:
            self.init(
                "Corrected image is not shown",
                ["Please show the image that was submitted, or name the rule that it still breaks."],
                proofs: ["the corrected image file", Self.submission, Self.pictureOfPage])
        case .titleOrDescription:
            self.init(
                "Corrected text is not shown",
                ["Please show the text that was submitted, or name the words that still break a rule."],
                proofs: ["the corrected text", Self.submission, Self.pictureOfPage])
        case .wrongCategory:
            self.init(
                "Request to move a listing to another category",
                [
                    "Please move the listing to the product type named in the enclosure, or say why it does not belong there."
                ],
                proofs: [
                    "the product type or browse node that is right", "pages of comparable products that stand there",
                    "photos of the product and its packaging",
                ])
        case .compliance:
            self.init(
                "Documents that you asked for",
                [
                    "Please review the enclosed documents.",
                    "If they do not suffice, please name the document, the standard and the model that is missing.",
                ],
                proofs: Self.documents)
        case .complianceRemoval:
            self.init(
                "Request to put a listing back on sale after a compliance review",
                [
                    "Please review the enclosed documents and put the listing back on sale.",
                    "If they do not suffice, please name the document, the standard and the model that is missing.",
                ],
                proofs: Self.documents + [
                    "units in stock and on the way, and what was done with them", Self.invoices,
                ])
        case .duplicate:
            self.init(
                "Request to compare two product pages",
                [
                    "Please compare this page with the one named in the enclosure.",
                    "If both show one product, please merge them into the page that the barcode belongs to.",
                    "If they show different products, please restore this listing.",
                ],
                proofs: [
                    "the other page's product id", "photos of both products with their barcodes",
                    "proof of who the barcode was issued to",
                ])
        case .approval:
            self.init(
                "Application for approval to sell",
                ["Please approve the sale of this product, or name the document that is missing."],
                proofs: [Self.invoices, Self.authorisation, "photos of the product and its packaging"])
        case .intellectualProperty:
            self.init(
                "Appeal of an intellectual property complaint",
                [
                    "Please review the enclosed documents and restore the listing, or name the right that you find infringed."
                ],
                proofs: [
                    "number of the complaint, and who made it", Self.authorisation, Self.invoices,
                    "what was taken out of the page, if anything",
                ])
        case .authenticity:
            self.init(
                "Appeal of a doubt about authenticity",
                ["Please review the enclosed documents and restore the listing, or say what they leave open."],
                proofs: [
                    Self.invoices, "name, address, telephone and website of the supplier", Self.authorisation,
                    "photos of the product and its packaging",
                ])
        case .policy:
            self.init(
                "Appeal of a decision",
                [
                    "Please review the decision in the light of the enclosed, or name the rule and the words it is about."
                ],
                proofs: [
                    "the rule that your notice names", "what happened, and why", "what prevents that it happens again",
                    Self.invoices,
                ])
        case .marketplaceError:
            self.init(
                "Listing is off sale by an error",
                ["Please put the listing back on sale, or say what has to be corrected."],
                proofs: [Self.submission, Self.pictureOfPage])
        case .other:
            self.init(
                "Question about a listing's status",
                ["Please say why the listing has this status and what has to be corrected."],
                proofs: [Self.pictureOfPage])
        }
    }
}
