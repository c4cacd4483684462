import FlywheelKit

extension PricingEvidence {
    /// The facts that the advice rests on: those of the claim, and at which rates costs and limits were held against it.
    var grounds: [String] {
        claimed + foreign.filter { $0.rate != nil }.map(\.description)
    }

    /// What no rate leads from: costs and limits that were held against nothing.
    var unconverted: [String] { foreign.filter { $0.rate == nil }.map(\.description) }

    /// Cost, fees and limits in another currency; nothing where the advice does not rest on them.
    private var foreign: [ForeignAmount] {
        switch claim {
        case .parity, .error: []
        case .loss, .warning, .gap, .breach: offer.foreign ?? []
        }
    }

    /// Both measures of the featured offer, the one that counts, and prices.
    private var claimed: [String] {
        switch claim {
        case .loss(let loss): return [loss.share?.sentence, state, loss.basis.sentence, prices].compactMap(\.self)
        case .warning(let warning): return [warning.sentence, state, prices].compactMap(\.self)
        case .gap(let gap):
            let packs = gap.isByPiece ? "by the piece" : "packs taken to be equal"
            let shipping = gap.isLanded ? "with shipping" : "before shipping"
            return ["\(gap.own) is \(gap.ratio) times the lowest, \(gap.lowest), \(shipping), \(packs)"]
        case .parity(let parity):
            return ["\(parity.here) here is \(parity.ratio) times \(parity.there) on \(parity.channel)"]
        case .breach(let breach):
            return [
                breach.since.map { "so since \($0) at least" },
                breach.competitorSince.map { "a competitor is below since \($0) at least" },
            ].compactMap(\.self)
        case .error: return []
        }
    }

    private var state: String? {
        switch offer.owner {
        case .own: "featured now: the own offer"
        case .competitor: "featured now: a competitor\(offer.featured.map { " at \($0)" } ?? "")"
        case FeaturedOwner.none?: "featured now: nobody"
        case nil: nil
        }
    }

    /// The lowest price, for as many pieces as the own offer holds.
    private var lowest: String? {
        guard let asked = offer.lowestLanded ?? offer.lowest else { return nil }
        guard let lowest = offer.lowestForOwnPack else { return "lowest \(asked) in packs that cannot be compared" }
        return offer.packRatio == 1 ? "lowest \(lowest)" : "lowest \(lowest) for as many pieces"
    }

    private var prices: String? {
        guard let paid = offer.paid else { return nil }
        let beside = [
            lowest, offer.expected.map { "expected \($0)" },
            offer.reference.map { "compared with \($0)" },
        ].compactMap(\.self)
        return (["own price \(paid)\(offer.landed == nil ? "" : " with shipping")"] + beside).joined(separator: ", ")
    }
}

extension FeaturedShare {
    fileprivate var sentence: String {
        let usually = usual.map { ", usually \($0.percent)" } ?? ""
        return "page views with the own offer featured: \(recent.percent) over \(days) days to \(lastDay)\(usually)"
    }
}

extension FeaturedLoss.Basis {
    fileprivate var sentence: String {
        switch self {
        case .pageViews: "the claim rests on page views"
        case .state: "the claim rests on who is featured now, its size on a prior"
        }
    }
}

extension FeaturedWarning {
    fileprivate var sentence: String {
        switch sign {
        case .fallingShare:
            "page views with the own offer featured, \(now.percent) of the usual, fall by \(fallsADay.percent) of it a day"
        case .closingGap:
            "the lowest price, \(now.percent) above the own one, comes nearer by \(fallsADay.percent) of it a day"
        }
    }
}

extension Double {
    /// As a percentage, to a tenth.
    fileprivate var percent: String {
        let tenths = (self * 1_000).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths)) %" : "\(tenths) %"
    }
}
