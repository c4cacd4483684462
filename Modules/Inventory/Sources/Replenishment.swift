import FlywheelKit

/// What to do about a listing's empty shelf, and what that advice does not know.
struct Replenishment {
    private let evidence: InventoryEvidence
    private let shortage: Shortage?
    private let claim: ShortageClaim
    private let knobs: InventoryKnobs

    init(_ evidence: InventoryEvidence, _ claim: ShortageClaim, knobs: InventoryKnobs) {
        self.evidence = evidence
        self.claim = claim
        self.knobs = knobs
        shortage = evidence.shortage
    }

    var resolution: Resolution {
        let action = action
        let suggestion = Suggestion(
            action, target: target?.with(evidence), because: evidence.because, unknowns: unknowns)
        if let order = shortage?.order, order.limit == .minimumTooLarge {
            let why =
                "the supplier's least quantity is \(order.units) units, more than an order may cost or the shelf hold"
            return Resolution(.ask(why), playbook: playbook, suggestion: suggestion)
        }
        return Resolution(
            .act(Remedy(action, effortHours: 0.5, isReversible: false)), playbook: playbook, suggestion: suggestion)
    }

    private var announced: Int { shortage?.announced ?? 0 }

    /// Units announced come before units to order, so that an order is not proposed again while it is being packed.
    private var action: String {
        guard let order = shortage?.order else {
            return announced > 0 && !isOnItsWay
                ? "Ship the \(announced.units) announced to the warehouse\(when)"
                : "Hurry the units on their way, they are enough and come too late"
        }
        let verb = announced > 0 ? "Ship the \(announced.units) announced and order" : "Order"
        let cases = order.casePack.map { $0 > 1 ? " (\(order.units / $0) cases of \($0))" : "" } ?? ""
        let cost = order.cost.map { " for \($0)" } ?? ""
        let once = evidence.shared.map { ", once for all of \($0.marketplaceNames.inWords)" } ?? ""
        return "\(verb) \(order.units.units)\(cases)\(cost)\(once)\(when)"
    }

    private var when: String {
        guard let last = evidence.actBy else { return " now" }
        return last < evidence.seen ? " now: the last day was \(last)" : ", on \(last) at the latest"
    }

    /// Whether what is under way meets the level without what is announced.
    private var isOnItsWay: Bool {
        guard let shortage, let cover else { return false }
        let position = shortage.arrivals.filter(cover.counts)
            .reduce(max(0, evidence.stock.fulfillable)) { $0 + $1.units }
        return position >= shortage.orderUpTo || announced == 0
    }

    private var cover: Cover? { shortage.map { Cover($0.leadTime, knobs: knobs) } }

    private var target: String? {
        guard let shortage, let days = cover?.wholeDays else { return nil }
        let service = knobs.serviceMeasure == .fillRate ? "fill rate" : "service level"
        let level = "\(shortage.orderUpTo.units) at hand or on their way, enough for \(days) days at the \(service)"
        return lost.map { "\(level); \($0)" } ?? level
    }

    /// What nobody saves any more.
    private var lost: String? {
        var (day, help) = (Int(claim.fixTakesDays.rounded(.up)), "an order placed now arrives")
        if claim.fixTakesDays == knobs.inboundDays && announced > 0 {
            help = "the announced ones arrive"
        } else if let shortage, shortage.order == nil {
            help = "the first units on their way arrive"
            if announced == 0, let first = shortage.arrivals.first { day = first.day }
        }
        let units = claim.shortUnits(0..<day)
        guard units >= 0.5 else { return nil }
        let lost = "about \(Int(units.rounded()).units) of demand will be lost before"
        return claim.isTooLate ? "\(lost) \(help), and no order changes that: it is too late to act" : "\(lost) \(help)"
    }

    private var unknowns: [String] {
        guard let shortage, let cover else { return [] }
        let stock = evidence.stock
        var unknowns = [shortage.leadTime.unknown].compactMap(\.self)
        if stock.receiving == nil || stock.shipped == nil {
            unknowns.append("units on their way to the warehouse, which nobody reported: none is counted")
        } else if max(0, stock.receiving ?? 0) + max(0, stock.shipped ?? 0) > 0 {
            unknowns.append("when the units on their way arrive: the days are stated defaults")
        }
        if let overdue = shortage.overdue {
            unknowns.append("whether \(overdue) ordered units still come: they are too late to be counted on")
        }
        let later = shortage.arrivals.filter { !cover.counts($0) }.reduce(0) { $0 + $1.units }
        if later > 0 {
            unknowns.append("whether \(later) ordered units come sooner: they are expected too late to count here")
        }
        if evidence.demand?.weekly == nil {
            unknowns.append("days without stock in the past, which make the rate of sale look lower than it is")
        }
        if let gap = evidence.shared?.gap { unknowns.append(gap) }
        unknowns += shortage.order?.unknowns ?? []
        return unknowns
    }

    private var playbook: Playbook {
        evidence.stock.fulfillable > 0
            ? Playbook(
                "reorder", title: "Order before it is too late", minutes: 20,
                steps: [
                    "Check the rate of sale: was there a promotion or a gap that will not repeat?",
                    "Check units on their way, and their real dates.",
                    "Order the quantity from the supplier, and enter the order with its expected day.",
                    move,
                    haste
                        ?? "If the last day to order has passed, ask for faster freight, or part of the order by air.",
                    "Enter the day of receipt when the goods are in: lead times are learned from it.",
                ].compactMap(\.self))
            : Playbook(
                "out-of-stock", title: "Get back in stock", minutes: 30,
                steps: [
                    "Look for units that could be sold: reserved, unsellable, being looked for, in another channel.",
                    move,
                    "If units are on their way, find out where they are and what holds them.",
                    "Where the marketplace ships it, offer what is at hand yourself until its warehouse has stock.",
                    haste ?? "Order, and ask for the fastest freight that the margin bears.",
                    "Pause advertising of the listing until it can be bought.",
                ].compactMap(\.self))
    }

    /// Units of another shelf: what they save, and the margin from which moving them pays.
    private var move: String? {
        guard let transfer = evidence.transfer else { return nil }
        let saved = min(transfer.units, claim.unitsSaved(byHelpIn: knobs.inboundDays))
        guard saved > 0 else { return nil }
        let shelf = transfer.isMerchants ? "the merchant's own shelf" : "the marketplace's warehouse"
        let margin = Int((knobs.transferCostShare * Double(transfer.units) / Double(saved) * 100).rounded(.up))
        return "Move \(transfer.units.units) of \(transfer.from) from \(shelf), which can spare them, in "
            + "\(Int(knobs.inboundDays.rounded(.up))) days: that saves about \(saved.units) of demand, and pays where a unit "
            + "leaves more than \(margin) % of its price (days and cost of "
            + "\(Int((knobs.transferCostShare * 100).rounded())) % are stated defaults)."
    }

    /// Fast freight for what sells between its arrival and that of the order: what it saves, and the margin from which it
    /// pays. `nil` where it saves less than a unit.
    private var haste: String? {
        guard let order = shortage?.order, let demand = evidence.demand, let leadTime = shortage?.leadTime else {
            return nil
        }
        let (fast, slow) = (Int(knobs.expediteDays.rounded(.up)), Int(leadTime.days.rounded(.up)))
        guard fast < slow else { return nil }
        let saved = claim.shortUnits(fast..<slow)
        guard saved >= 1 else { return nil }
        let between = demand.mean(within: Double(slow)) - demand.mean(within: Double(fast))
        let units = min(order.units, Int(between.rounded(.up)))
        let margin = Int((knobs.expediteCostShare * Double(units) / saved * 100).rounded(.up))
        return "Send \(units) of them by fast freight, in \(fast) days and not \(slow): that saves about "
            + "\(Int(saved.rounded()).units) of demand, and pays where a unit leaves more than \(margin) % of its price "
            + "(days and freight of \(Int((knobs.expediteCostShare * 100).rounded())) % are stated defaults)."
    }
}

extension Int {
    /// "1 unit", "2 units".
    fileprivate var units: String { self == 1 ? "1 unit" : "\(self) units" }
}

extension LeadTime {
    /// What is not known of it; `nil` where the supplier's own orders say it.
    fileprivate var unknown: String? {
        let days = Int(days.rounded(.up))
        return switch basis {
        case .supplier: nil
        case .stated: "whether the supplier keeps to the \(days) days of the list of supply"
        case .allSuppliers: "this supplier's lead time: \(days) days are learned from \(orders ?? 0) orders of all"
        case .assumed: "the supplier's lead time: \(days) days are a stated default"
        }
    }
}

extension OrderQuantity {
    fileprivate var unknowns: [String] {
        var unknowns: [String] = []
        if minimumOrder == nil || casePack == nil { unknowns.append("the supplier's least quantity and case pack") }
        switch limit {
        case .minimumOrder:
            unknowns.append("whether more than the \(needed) units needed are wanted: it is the minimum order")
        case .cash:
            unknowns.append("where the rest of the \(needed) units needed comes from: the order may cost no more")
        case .storage: unknowns.append("where more could be stored: cases are counted down to what the shelf may hold")
        case .minimumTooLarge, nil: break
        }
        return unknowns
    }
}
