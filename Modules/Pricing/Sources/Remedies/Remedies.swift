import FlywheelKit
import Statistics

/// What is to be done about a finding, and what that advice does not know.
struct Remedies {
    private let evidence: PricingEvidence
    private let knobs: PricingKnobs

    init(_ evidence: PricingEvidence, knobs: PricingKnobs) {
        self.evidence = evidence
        self.knobs = knobs
    }

    var resolution: Resolution {
        switch evidence.claim {
        case .loss(let loss): return lost(loss)
        case .warning: return move(.lostOffer(.price), target: "the offer stays featured")
        case .gap:
            return move(.priceGap, target: "a price that pays on all units", orElse: "Leave the price as it is")
        case .breach(let breach): return back(breach)
        case .parity(let parity):
            return ask(
                "which of the two prices is meant is for a person to say", .parity,
                "Ask the same on both channels, or say why not",
                "\(parity.there) or less here, or \(parity.here) there",
                ["whether the price on \(parity.channel) still stands"])
        case .error(let error): return correction(error)
        }
    }

    // MARK: The featured offer

    private func lost(_ loss: FeaturedLoss) -> Resolution {
        let usual = loss.share?.usual.map { " on \(Int(($0 * 100).rounded())) % of page views" }
        let target = "the own offer is featured again\(usual ?? "")"
        if evidence.offer.owner == .own, !loss.cause.isClaimedElsewhere {
            // A price that is featured as it is wins nothing back by being lower.
            let why = "the own offer is featured now, and page views are two days late"
            return ask(why, .lostOffer(loss.cause), "Look at the page as a buyer", target, unknowns(of: loss))
        }
        switch loss.cause {
        case .price, .nobody: return move(.lostOffer(loss.cause), target: target, unknowns: unknowns(of: loss))
        case .stock:
            return Resolution(
                .act(Remedy("Restock; the stock-out has its own row", effortHours: 0.1, isReversible: false)),
                playbook: .lostOffer(.stock),
                suggestion: suggestion("Work on the stock-out first", target, []))
        case .priceError:
            return Resolution(
                .act(
                    Remedy("Correct the price; the price error has its own row", effortHours: 0.1, isReversible: true)),
                playbook: .lostOffer(.priceError),
                suggestion: suggestion("Work on the price error first", target, []))
        case .fulfilment:
            let why = "the marketplace ships the featured offer, and whether to send it stock is for a person to decide"
            return ask(why, .lostOffer(.fulfilment), "Compare delivery dates", target, unknowns(of: loss))
        case .sellerMetrics:
            let why = "the marketplace says that the own offer may not be featured"
            return ask(
                why, .lostOffer(.sellerMetrics), "Read which measure of the account is over its limit", target,
                unknowns(of: loss))
        case .unknown:
            let why = "price and shipping look no worse than others'"
            return ask(why, .lostOffer(.unknown), "Look at the page as a buyer", target, unknowns(of: loss))
        }
    }

    private func unknowns(of loss: FeaturedLoss) -> [String] {
        var unknowns: [String] = []
        if loss.basis == .state {
            unknowns.append("how many page views are lost: the share claimed is a prior")
        } else if evidence.offer.owner == .own {
            unknowns.append("whether it is over: the own offer is featured now, and page views are two days late")
        }
        if evidence.offer.owner == nil { unknowns.append("who is featured now") }
        if evidence.offer.landed == nil, evidence.offer.price != nil {
            unknowns.append("what shipping the own offer asks: its price is taken to include it")
        }
        return unknowns
    }

    // MARK: Another price

    /// Proposes another price where that pays, and says why not where it does not.
    private func move(
        _ playbook: Playbook, target: String, unknowns: [String] = [], orElse: String = "Look at the page as a buyer"
    ) -> Resolution {
        switch evidence.proposal(by: knobs) {
        case .success(let proposal)?:
            let action = "Change the price from \(proposal.from) to \(proposal.to)"
            let change = PriceChange(proposal)
            let gain =
                "\(proposal.gain) a day after costs: wins back \(proposal.wonBack), gives away \(proposal.givenAway)"
            let left = "left of a unit: \(proposal.leftNow) at \(proposal.from), \(proposal.leftThen) at \(proposal.to)"
            return Resolution(
                .act(Remedy(action, effortHours: 0.1, isReversible: true, change: .price(change))), playbook: playbook,
                suggestion: suggestion(
                    action, "\(target); \(gain)", unknowns + [doubtOfBuyers] + costsUnknown, because: costs + [left]))
        case .failure(let refusal)?:
            return Resolution(
                .ask("no price is proposed: \(refusal)"), playbook: playbook,
                suggestion: suggestion(orElse, target, unknowns + costsUnknown, because: costs))
        case nil: return ask("the own price is not known", playbook, orElse, target, unknowns)
        }
    }

    /// What the advice takes for granted of buyers.
    private var doubtOfBuyers: String {
        let believed = evidence.elasticity(by: knobs)
        let own = evidence.trade.elasticity.map { own in
            let share = Int(((1 - believed.priorWeight) * 100).rounded())
            return "\(share) % of it from \(own.prices) own prices of \(own.days) days"
        }
        let peers = evidence.trade.peers.map { "learned from \($0.listings) listings of its kind" } ?? "a prior"
        let basis = own.map { "\(believed.mean.rounded(toParts: 10)), \($0), the rest \(peers)" } ?? peers
        return "how buyers answer to a price: the elasticity is \(basis)"
    }

    private func ask(
        _ why: String, _ playbook: Playbook, _ action: String, _ target: String, _ unknowns: [String]
    ) -> Resolution {
        Resolution(
            .ask(why), playbook: playbook,
            suggestion: suggestion(action, target, unknowns))
    }

    private func suggestion(
        _ action: String, _ target: String, _ unknowns: [String], because costs: [String] = []
    ) -> Suggestion {
        Suggestion(
            action, target: target, because: evidence.grounds + costs, unknowns: unknowns + evidence.unconverted)
    }

    // MARK: What a unit costs

    /// What is taken of each unit, as far as it is known.
    private var costs: [String] {
        let offer = evidence.offer
        guard offer.cost == nil, let floor = offer.floor else { return offer.costs.sentences }
        return ["the floor of \(floor) stands in for cost, fees and tax"]
    }

    /// What is taken besides, and that nobody said.
    private var costsUnknown: [String] { evidence.offer.costs.unknowns }

    // MARK: Limits and errors

    private func back(_ breach: PriceBreach) -> Resolution {
        let limit = breach.limit
        let beyond = "\(breach.price) is \(breach.beyond) beyond \(limit)"
        switch limit.origin {
        case .minimumAdvertisedPrice:
            let first = breach.firstMover.map {
                $0 == .own ? "; the own offer went first" : "; a competitor went first"
            }
            return ask(
                "\(beyond)\(first ?? ""): whether the policy binds is for a person to say", .advertisedPrice,
                "Raise the price or end the discount", "a price after discounts of \(limit.price) or more",
                ["whether the policy may be enforced where the buyer is"])
        case .floor, .cost:
            return within(
                breach, .belowFloor, "Raise", "\(limit.price) or more after costs and discounts",
                because: limit.origin == .cost ? costs : [], limit.origin == .cost ? costsUnknown : [])
        case .ceiling: return within(breach, .aboveCeiling, "Lower", "\(limit.price) or less")
        }
    }

    /// Moves the price to the limit it breaks; a person decides where that breaks another limit, or where nobody knows what
    /// sells.
    private func within(
        _ breach: PriceBreach, _ playbook: Playbook, _ verb: String, _ target: String, because costs: [String] = [],
        _ unknowns: [String] = []
    ) -> Resolution {
        let beyond = "\(breach.price) is \(breach.beyond) beyond \(breach.limit)"
        let way: Int64 = breach.limit.origin == .ceiling ? -1 : 1
        guard let price = evidence.offer.price else {
            return ask(beyond, playbook, "\(verb) the price", target, unknowns)
        }
        let to = Money(minorUnits: price.minorUnits + way * breach.beyond.minorUnits, price.currency)
        let action = "\(verb) the price from \(price) to \(to)"
        let contradicts = evidence.offer.forbids(to)
        guard let units = evidence.trade.unitsADay, !contradicts, let ratio = to.ratio(to: price) else {
            let why = contradicts ? "\(beyond), and \(to) would be beyond another limit" : beyond
            return Resolution(
                .ask(why), playbook: playbook,
                suggestion: suggestion(
                    contradicts ? "Check cost, floor and ceiling" : action, target, unknowns, because: costs))
        }
        let then = units * SpecialFunctions.power(ratio, min(0, evidence.elasticity(by: knobs).mean))
        let change = PriceChange(from: price, to: to, unitsNow: units, unitsThen: then.rounded(toParts: 100))
        return Resolution(
            .act(Remedy(action, effortHours: 0.1, isReversible: true, change: .price(change))), playbook: playbook,
            suggestion: suggestion(action, target, unknowns + [doubtOfBuyers], because: costs))
    }

    private func correction(_ error: PriceError) -> Resolution {
        let usual = error.usual.map { "\($0)" } ?? "what it should be"
        let found: String
        switch error.fault {
        case .tooHigh, .tooLow: found = "\(error.price.map { "\($0)" } ?? "it") is far from the usual \(usual)"
        case .zero: found = "the price is nothing"
        case .missing: found = "the listing is active and has no price any more"
        case .currency:
            found =
                "the price is in \(error.price?.currency.code ?? "one currency"), and \(error.expectedCurrency?.code ?? "another") is expected"
        }
        let basis: [String] =
            switch error.basis {
            case .ownPrices?, nil: []
            case .reference?: ["its own past prices: it is held against the marketplace's comparison"]
            case .competitor?: ["its own past prices: it is held against the cheapest competitor"]
            }
        return ask(found, .wrongPrice, "Correct the price to about \(usual)", "a price near \(usual)", basis)
    }
}

extension Offer {
    /// Whether a price is beyond one of the limits: floor and ceiling as asked, cost and advertised minimum after discounts.
    fileprivate func forbids(_ price: Money) -> Bool {
        let paid = afterDiscount(price)
        return price.isAbove(ceiling) ?? false || floor?.isAbove(price) ?? false
            || costs.leastPaid?.isAbove(paid) ?? false || minimumAdvertised?.isAbove(paid) ?? false
    }
}

extension PriceChange {
    /// The proposal as a change of the listing; units to the hundredth.
    fileprivate init(_ proposal: PriceProposal) {
        let range = proposal.unitsThenRange
        self.init(
            from: proposal.from, to: proposal.to, unitsNow: proposal.unitsNow.rounded(toParts: 100),
            unitsThen: proposal.unitsThen.rounded(toParts: 100), gain: proposal.gain,
            unitsThenRange: range.lowerBound.rounded(toParts: 100)...range.upperBound.rounded(toParts: 100))
    }
}
