import FlywheelKit

extension Surplus {
    /// What a document says the units cost while they lie, or will cost when they are removed. Money that is bound is not
    /// lost, and nothing is claimed of it.
    var exposure: Exposure {
        switch reason {
        case .excess:
            storageCost.map { Exposure(.stated($0, source: "the warehouse's estimate of next month's storage")) }
                ?? .none
        case .ageing:
            ageSurcharge.map {
                Exposure(.stated($0, source: "the warehouse's estimate of next month's surcharge for age"))
            } ?? .none
        case .stranded:
            Exposure(
                removal == nil
                    ? .nothing
                    : bound.map { .stated($0, source: "what the units cost that the warehouse removes") } ?? .nothing,
                begins: nil, deadline: removal.map(Moment.start(of:)))
        }
    }
}

/// What to do about units that are too many.
struct Disposal {
    private let evidence: InventoryEvidence
    private let surplus: Surplus

    init(_ evidence: InventoryEvidence, _ surplus: Surplus) {
        self.evidence = evidence
        self.surplus = surplus
    }

    var resolution: Resolution {
        switch surplus.reason {
        case .excess, .ageing:
            Resolution(
                .ask("whether to sell them off, to remove them or to wait depends on a margin that nobody stated"),
                playbook: Self.sellOff,
                suggestion: Suggestion(
                    sellOff, target: target?.with(evidence), because: evidence.because, unknowns: unknowns))
        case .stranded:
            Resolution(
                .act(Remedy(relist, effortHours: 0.5, isReversible: true)), playbook: Self.relisting,
                suggestion: Suggestion(
                    relist, target: "no unit of the listing is in the next report of stranded stock",
                    unknowns: unknowns))
        }
    }

    private var bound: String { surplus.bound.map { ", which bind \($0)" } ?? "" }

    private var sellOff: String {
        let what = surplus.reason == .excess ? "units beyond what sells" : "units older than 180 days"
        return "Order no more, and sell off or remove \(surplus.units) \(what)\(bound)"
    }

    private var relist: String {
        let until = surplus.removal.map { " before the warehouse removes them on \($0)" } ?? ""
        return "List \(surplus.units) stranded units again or call them back\(until)\(bound)"
    }

    private var target: String? {
        guard let days = evidence.coverDays else { return "no unit is left, since nothing sold on any known day" }
        let months = Int((days / 30.4).rounded())
        return "stock that lasts no longer than it should; it lasts for about \(months) months now"
    }

    private var unknowns: [String] {
        var unknowns: [String] = []
        if surplus.bound == nil { unknowns.append("what a unit cost, and so the money bound") }
        if let gap = evidence.shared?.gap { unknowns.append(gap) }
        switch surplus.reason {
        case .excess:
            if surplus.storageCost == nil { unknowns.append("what storing them costs") }
            unknowns.append("whether a season to come sells them")
        case .ageing:
            if surplus.ageSurcharge == nil { unknowns.append("what the warehouse charges for their age") }
        case .stranded:
            if surplus.removal == nil { unknowns.append("when the warehouse removes them") }
            if surplus.cause == nil { unknowns.append("why they are stranded") }
        }
        return unknowns
    }

    private static let sellOff = Playbook(
        "sell-off", title: "Turn stock into money", minutes: 20,
        steps: [
            "Check the count and the rate of sale: was the listing blocked, or out of season?",
            "Cancel or put off orders of it that are still open.",
            "Compare a lower price or a promotion with what storing the units until they sell costs.",
            "Remove or liquidate what no price sells.",
        ])

    private static let relisting = Playbook(
        "relist", title: "Bring stranded units back on sale", minutes: 20,
        steps: [
            "Read the source's reason: a closed offer, a blocked listing, a missing price.",
            "Reopen or mend the offer, or move the units to another one.",
            "Where no offer may sell them, order their removal before the warehouse does.",
        ])
}
