import FlywheelKit

extension Playbook {
    /// What to do about a lost featured offer, by its cause.
    static func lostOffer(_ cause: LossCause) -> Playbook {
        switch cause {
        case .price:
            Playbook(
                "match-price", title: "Win the featured offer by price", minutes: 15,
                steps: [
                    "Look at the page: who is featured, at which price with shipping, shipped by whom?",
                    "Check that the other seller is known and sells the same product in the same pack.",
                    "Work out what a match leaves on every unit, not on the ones won back alone.",
                    "Change the price where it is kept, and check that no repricing rule sets it back.",
                    "Stop at the floor: two sellers that undercut each other both lose.",
                ])
        case .stock:
            Playbook(
                "restock-offer", title: "Get stock back behind the offer", minutes: 10,
                steps: [
                    "Work on the stock-out first: it stands in the queue with its amount.",
                    "Where the marketplace ships it, offer what is at hand yourself meanwhile.",
                    "Look again once the warehouse shows stock: the featured offer comes back within a day as a rule.",
                ])
        case .priceError: .wrongPrice
        case .fulfilment:
            Playbook(
                "fulfil-faster", title: "Compete on shipping", minutes: 30,
                steps: [
                    "Compare delivery dates on the page, not prices.",
                    "Send units to the marketplace's warehouse, or qualify for its fast label with own shipping.",
                    "Shorten handling time where the warehouse really is faster than it says.",
                    "Until then weigh a lower price with shipping against the margin it leaves.",
                ])
        case .sellerMetrics:
            Playbook(
                "account-metrics", title: "Become eligible again", minutes: 45,
                steps: [
                    "Open the account's performance page and read which measure is over its limit.",
                    "Check the condition, the price history and the age of the offer: they bar a listing alone.",
                    "Work off what weighs most: late shipments, cancellations, defects.",
                    "Note the day on which the window of the measure has passed.",
                ])
        case .nobody:
            Playbook(
                "nobody-featured", title: "Bring back a featured offer", minutes: 20,
                steps: [
                    "Read the pricing page of the marketplace: which price does it compare with?",
                    "Look for the product outside: own site, other channels, other sellers.",
                    "Correct the price that is wrong, outside or here; do not follow one that is an error.",
                    "If the comparison is wrong, report it with a picture of the page.",
                ])
        case .unknown:
            Playbook(
                "why-not-featured", title: "Find out why the offer is not featured", minutes: 20,
                steps: [
                    "Look at the page as a buyer: price with shipping, delivery date, seller's rating.",
                    "Look at the page of listing issues for one that bars the offer.",
                    "Check stock, handling time and condition of the offer.",
                    "Note what it was when closing, so that the next one is known.",
                ])
        }
    }

    static let priceGap = Playbook(
        "price-gap", title: "Judge a gap to competitors", minutes: 10,
        steps: [
            "Check that the cheaper offer is the same product, pack and condition, and not the last piece of somebody.",
            "Compare sales before and since: does the gap cost anything?",
            "Follow only where it pays on all units.",
        ])

    static let advertisedPrice = Playbook(
        "advertised-price", title: "Go back above the minimum advertised price", minutes: 20,
        steps: [
            "Keep what the page shows: price, coupon, date and a picture.",
            "Find what took the price down: a coupon, a deal, a rule that follows others.",
            "End it, or raise the price where it is kept.",
            "If a competitor went first, keep that too; whether and how to write to anybody is for a lawyer to say.",
        ])

    static let belowFloor = Playbook(
        "below-floor", title: "Stop selling below the floor", minutes: 15,
        steps: [
            "Check cost, fees and floor: is one of them out of date?",
            "Find what took the price down: a coupon, a deal, a rule, a file.",
            "Raise the price where it is kept, and set the floor in the repricing rule.",
        ])

    static let aboveCeiling = Playbook(
        "above-ceiling", title: "Come back below the ceiling", minutes: 10,
        steps: [
            "Check the ceiling: is it out of date?",
            "Lower the price where it is kept; the marketplace may stop featuring or hide what it finds too dear.",
        ])

    static let parity = Playbook(
        "price-parity", title: "Ask one price everywhere", minutes: 10,
        steps: [
            "Check that both listings sell the same pack, and that neither price is a promotion that ends by itself.",
            "Compare what each channel takes: the price that leaves the same may differ.",
            "Change the one that is not meant, where prices are kept.",
            "Watch the featured offer: marketplaces compare with the seller's own shop.",
        ])

    static let wrongPrice = Playbook(
        "wrong-price", title: "Correct a wrong price", minutes: 10,
        steps: [
            "Correct the price at once, where it is kept and on the marketplace.",
            "Look at orders since it was wrong, and decide which to ship.",
            "Compare the file or rule that set it: decimal point, currency, columns, thousands.",
            "Look for other listings of the same file.",
        ])
}
