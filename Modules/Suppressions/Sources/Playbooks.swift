import FlywheelKit

extension IssueGroup {
    /// How people solve issues of the group.
    var playbook: Playbook { Self.playbooks[self] ?? written }

    /// Put together once, since every issue of every rotation asks.
    private static let playbooks = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.written) })

    private var written: Playbook {
        Playbook(rawValue, title: recipe.title, minutes: recipe.minutes, steps: recipe.steps)
    }

    private var recipe: (title: String, minutes: Int, steps: [String]) {
        switch self {
        case .missingAttribute:
            (
                "Supply a missing value", 15,
                [
                    "Open the listing's edit page and find the attribute that the issue names.",
                    "Take its value from the product or its maker; do not guess.",
                    "Enter it where your listings are kept, the template or feed file, or the next upload takes it away again.",
                    "Submit, and read the processing report for new errors.",
                    "Look for other listings with the same issue and mend the template once for all.",
                ]
            )
        case .invalidAttribute:
            (
                "Correct a rejected value", 15,
                [
                    "Compare the value with the accepted values of the product type's template.",
                    "Correct it in the template or feed file first, then in the listing.",
                    "Submit with a validation preview where the interface has one.",
                    "If another seller's contribution overrides yours, open a case with proof of the right value.",
                ]
            )
        case .image:
            (
                "Replace an image", 30,
                [
                    "Read which image and which rule the issue means.",
                    "Check the main image: the product alone, pure white ground, no text or logo added, 1,000 pixels or more.",
                    "Upload the corrected image, and wait until the page shows it.",
                    "Keep the corrected file where the next upload takes images from.",
                ]
            )
        case .titleOrDescription:
            (
                "Correct title or description", 20,
                [
                    "Count the title's characters against the category's limit.",
                    "Take out forbidden characters, promotion, and claims the rules do not allow.",
                    "Correct the text in the template or feed file, then in the listing.",
                    "Submit, and read the page again after a day.",
                ]
            )
        case .wrongCategory:
            (
                "Move to the right category", 30,
                [
                    "Compare product type and browse node with those of the closest competitors.",
                    "Change the product type in the template, and fill the attributes the new type requires.",
                    "Where the page belongs to several sellers, open a case that names the right node and why.",
                ]
            )
        case .price:
            (
                "Bring the price into range", 15,
                [
                    "Compare price, minimum, maximum and list price with each other: a slipped decimal is the usual cause.",
                    "Compare with the price outside the marketplace that it may be measured against.",
                    "Correct the price where it is kept, and check that no repricing rule sets it back.",
                    "If the price is right, confirm it in the pricing page of the marketplace.",
                ]
            )
        case .offerDates:
            (
                "Renew an offer's dates", 10,
                [
                    "Compare the offer's first and last day with today, in the template or feed file.",
                    "Take the dates out where the marketplace does not ask for them, or move the last one years ahead.",
                    "Submit, and look for other listings of the same template whose dates run out next.",
                ]
            )
        case .compliance:
            (
                "Supply a compliance document", 45,
                [
                    "Read which document, standard and product the marketplace asks about.",
                    "Ask the maker for it: report of a test house, declaration of conformity, safety data sheet.",
                    "Check that model number, maker and photos in it are those of the listing.",
                    "Submit it in the compliance page, and note the date by which an answer is due.",
                    "Stop inbound shipments of the product until it is accepted.",
                ]
            )
        case .complianceRemoval:
            (
                "Bring back what compliance took off sale", 90,
                [
                    "Stop inbound shipments, orders to the maker and advertising of the product, on every marketplace.",
                    "Read which document, standard and product the notice names, and by when it must be answered.",
                    "Ask the maker for it, and whether other models share the part or the label it is about.",
                    "Check that model number, maker, dates and photos in it are those of the listing and of its label.",
                    "Submit it once, with the draft; a second person reads it first.",
                    "If no document exists, decide what becomes of the units in the warehouse before storage does.",
                ]
            )
        case .duplicate:
            (
                "Merge a duplicate", 30,
                [
                    "Find the other page by barcode, then by brand and part number.",
                    "If it is the same product, move the offer there and ask for the pages to be merged.",
                    "If it is not, open a case with photos of both barcodes.",
                    "Correct the barcode in your own records.",
                ]
            )
        case .approval:
            (
                "Apply for approval to sell", 45,
                [
                    "Read what the approval is for: a category, a brand, or a product.",
                    "Collect invoices of the last 365 days that show the product, and the brand's authorisation.",
                    "Check that name and address on them are those of the account.",
                    "Apply once, and note the answer; without an approval take the offer down.",
                ]
            )
        case .intellectualProperty:
            (
                "Answer an intellectual property complaint", 60,
                [
                    "Read who complains, of which right, and of what: the product, its name, or its page.",
                    "Look whether the page uses a name, a picture or a text that is not yours to use; take it out.",
                    "If you may sell it, collect the authorisation or licence and the invoices; else take the offer down.",
                    "Ask the complainant in plain words to withdraw, where the notice gives an address.",
                    "Appeal once, with the draft; a second person reads it first.",
                ]
            )
        case .authenticity:
            (
                "Prove that a product is genuine", 60,
                [
                    "Stop sending the units until it is clear what they are.",
                    "Collect invoices of the last 365 days that cover the units sold, and the supplier's contact.",
                    "Compare units in stock with the page and with what buyers wrote.",
                    "Appeal once, with the draft; a second person reads it first.",
                    "Drop the supplier where the units are not what they should be.",
                ]
            )
        case .policy:
            (
                "Answer a policy decision", 60,
                [
                    "Read the notice: which rule, which product, which proof.",
                    "Decide whether the marketplace is right; if so, take the offer down and note why.",
                    "If not, collect what proves it: invoices, photos, the page as it was.",
                    "Write a short appeal: what happened, what was done, what prevents it; a second person reads it.",
                    "Submit once, and wait for the answer; repeats start the wait again.",
                ]
            )
        case .marketplaceError:
            (
                "Have an error of the marketplace put right", 20,
                [
                    "Submit the listing again as it is: most such errors pass with it.",
                    "If it stays, keep a picture of the page and the number of the submission.",
                    "Open a case with the draft, and close it with the answer.",
                ]
            )
        case .other:
            (
                "Find out what is wrong", 20,
                [
                    "Open the listing on the marketplace's page of listing issues and read the whole text.",
                    "Look at the product page as a buyer: does search find it, can it be bought?",
                    "Open a case with the listing's code, the exact text and a picture of the page.",
                    "Note what it was when closing, so that the next one is known.",
                ]
            )
        }
    }
}
