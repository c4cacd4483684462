import FlywheelKit

/// What to do about a listing's stock, and what that advice does not know.
struct Replenishment {
    let evidence: InventoryEvidence
    let knobs: InventoryKnobs

    init(_ evidence: InventoryEvidence, knobs: InventoryKnobs) {
        self.evidence = evidence
        self.knobs = knobs
    }

    var resolution: Resolution {
        Resolution(
            .act(Remedy(action, effortHours: 0.5, isReversible: false)), playbook: playbook,
            suggestion: Suggestion(action, target: target, unknowns: unknowns))
    }

    /// Units announced come before units to order, so that an order is not proposed again while it is being packed.
    private var action: String {
        let units = evidence.orderUnits
        let announced = max(0, evidence.stock.working ?? 0)
        if units == 0 { return "Hurry the units on their way, they are enough and come too late" }
        if announced >= units { return "Ship the \(announced) units announced to the warehouse" }
        let order = announced > 0 ? "Ship the \(announced) units announced and order" : "Order"
        let when = evidence.orderBy.map { ", on \($0) at the latest" } ?? " now"
        return "\(order) \(units - announced) units\(when)"
    }

    private var target: String {
        let days = knobs.daysToCover
        return "\(evidence.orderUpTo) units at hand or on their way, enough for \(days) days at the service level"
    }

    private var unknowns: [String] {
        let stock = evidence.stock
        var unknowns = ["the supplier's lead time: \(Int(knobs.leadTimeDays.rounded(.up))) days are a stated default"]
        if stock.receiving == nil || stock.shipped == nil {
            unknowns.append("units on their way, which nobody reported: none is counted")
        } else if stock.units > max(0, stock.fulfillable) {
            unknowns.append("when the units on their way arrive: the days are stated defaults")
        }
        unknowns.append("days without stock in the past, which make the rate of sale look lower than it is")
        unknowns.append("the supplier's least quantity and case pack")
        return unknowns
    }

    private var playbook: Playbook {
        evidence.stock.fulfillable > 0
            ? Playbook(
                "reorder", title: "Order before it is too late", minutes: 20,
                steps: [
                    "Check the rate of sale: was there a promotion or a gap that will not repeat?",
                    "Check units on their way, and their real dates.",
                    "Order the quantity, rounded to case pack and least quantity, from the supplier.",
                    "If the last day to order has passed, ask for faster freight, or part of the order by air.",
                    "Enter the real lead time when the goods are in.",
                ])
            : Playbook(
                "out-of-stock", title: "Get back in stock", minutes: 30,
                steps: [
                    "Look for units that could be sold: reserved, unsellable, being looked for, in another channel.",
                    "If units are on their way, find out where they are and what holds them.",
                    "Offer what is at hand under merchant fulfilment until the warehouse has stock.",
                    "Order, and ask for the fastest freight that the margin bears.",
                    "Pause advertising of the listing until it can be bought.",
                ])
    }
}
