public import FlywheelKit

/// Finds orders that did not arrive when they were promised to, and those that are likely not to, from how earlier orders
/// fared that were as far at the same time.
public struct DeliveriesStage: Surveying {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "deliveries", title: "Deliveries", scans: .order,
        inputs: [
            Shipments.feed.deciding(
                Shipments.purchased, Shipments.promised, Shipments.handedOver, Shipments.delivered, Shipments.status,
                Shipments.value)
        ],
        kinds: [.late], rootCauses: RootCause.deliveries, writes: [.detect, .exposure, .resolve])

    private let knobs: DeliveriesKnobs
    private let model: LatenessModel

    /// A stage with these knobs, and what earlier orders teach.
    public init(knobs: DeliveriesKnobs, model: LatenessModel) {
        self.knobs = knobs
        self.model = model
    }

    /// Reports orders that are late, and those likely enough to be.
    public func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<DeliveryEvidence>) {
        let past = model.past(account: chunk.account, marketplace: chunk.marketplace)
        let rows = ShipmentRows(chunk)
        for row in chunk.rows {
            guard let shipment = rows[row] else {
                findings.cannotTell(at: row)
                continue
            }
            guard shipment.isOnItsWay else { continue }
            if past?.knowsArrivals == false {
                findings.cannotTell(at: row)
            } else if chunk.asOf > shipment.promised {
                guard shipment.isLate(asOf: chunk.asOf) else { continue }
                findings.report(
                    .late, at: row, since: shipment.promised, DeliveryEvidence(shipment, outlook: nil))
            } else if let past {
                let outlook = past.outlook(
                    elapsed: shipment.share(until: chunk.asOf), isHandedOver: shipment.handedOver != nil)
                guard let weight = FindingWeight(outlook.chance, least: knobs.leastChance) else { continue }
                findings.report(.late, at: row, weighing: weight, DeliveryEvidence(shipment, outlook: outlook))
            } else {
                findings.cannotTell(of: .late, at: row)
            }
        }
    }

    /// What the buyer paid hangs on it, from the promised moment on; before that with the probability that it is missed.
    public func exposure(of evidence: DeliveryEvidence) -> Exposure {
        Exposure(
            evidence.value.map { .atStake([StatedSum($0, source: "what the buyer paid")], listing: nil) }
                ?? .unknown("what the buyer paid is not known"),
            probability: evidence.outlook?.chance ?? 1,
            begins: evidence.outlook == nil ? nil : evidence.promised,
            deadline: evidence.promised)
    }

    /// To tell the buyer before the buyer asks.
    public func resolve(_ evidence: DeliveryEvidence) -> Resolution { DeliveryRemedies.resolution(of: evidence) }

    /// How orders that arrived fared, and those that should have.
    public static func survey(_ chunk: Chunk, into survey: inout LatenessModel.Survey) {
        let rows = ShipmentRows(chunk)
        let owner = LatenessModel.Owner(account: chunk.account, marketplace: chunk.marketplace)
        for row in chunk.rows {
            guard let shipment = rows[row], shipment.counts(asOf: chunk.asOf) else { continue }
            survey.add(
                handedOver: shipment.handedOver.map(shipment.share(until:)),
                delivered: shipment.delivered.map(shipment.share(until:)), of: owner)
        }
    }

    /// What the orders of today say; those of yesterday are among them.
    public static func fit(_ survey: LatenessModel.Survey, after model: LatenessModel) -> LatenessModel {
        LatenessModel(survey)
    }
}

/// The numbers that steer the stage.
public struct DeliveriesKnobs: StageKnobs {
    /// The probability of being late from which on an order is worth a look.
    public var leastChance = 0.3

    /// The prior.
    public init() {}

    /// Lower finds more.
    public static let tunable: [Knob<DeliveriesKnobs>] = [
        Knob(
            "leastChance", \.leastChance, in: 0.05...0.9, looser: .lower, unit: .share,
            about: "The probability of being late from which a person looks at an order")
    ]
}

extension FindingKind {
    static let late = FindingKind("late-order", title: "late order", effortHours: 0.1, lastsDays: 5)
}

extension RootCause {
    static let deliveries = [
        RootCause("handed-over-late", "It was handed to the carrier too late."),
        RootCause("carrier", "The carrier was late, or lost it."),
        RootCause("address", "The address was wrong, or nobody was there."),
        RootCause("customs", "It was held at a border."),
        RootCause("promise", "What was promised could not be kept from the start."),
    ]
}
