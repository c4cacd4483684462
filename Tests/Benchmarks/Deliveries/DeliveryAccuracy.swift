import BenchmarkFiles
import Deliveries
import FlywheelKit
import Statistics

/// Foresees late orders of a shop, and prints how well what then happened agrees.
///
/// The earlier half of the orders, by purchase, is what is known; each order of the later half is looked at when a part of
/// its promised time is over and it is still on its way. Tab-separated: part of the time, orders on their way, how many came
/// late, how many were expected to, area under the curve, Brier score and that of always saying the known share, and the
/// share of late ones among the fifty most likely.
@main enum DeliveryAccuracy {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else {
            return print("usage: delivery-accuracy FOLDER")
        }
        let orders = try Order.all(in: folder).sorted {
            ($0.purchased.seconds, $0.code) < ($1.purchased.seconds, $1.code)
        }
        let known = Array(orders[..<(orders.count / 2)])
        let later = Array(orders[(orders.count / 2)...])
        guard let now = later.first?.purchased else { return print("no orders") }
        // Of the earlier half only what was over when the later one began.
        var survey = LatenessModel.Survey()
        DeliveriesStage.survey(chunk(known, asOf: now), into: &survey)
        let model = DeliveriesStage.fit(survey, after: LatenessModel())
        let share = Double(known.count(where: \.isLate)) / Double(known.count)
        print("\(known.count) orders known, \(later.count) later; \(later.count(where: \.isLate)) of these came late")
        print("time over\ton their way\tlate\texpected\tAUC\tBrier\tBrier of the share\tlate of 50 likeliest")
        for part in [0.1, 0.25, 0.5, 0.75, 0.9] { report(part, later, model: model, share: share) }
    }

    private static func report(_ part: Double, _ orders: [Order], model: LatenessModel, share: Double) {
        var knobs = DeliveriesKnobs()
        knobs.leastChance = 0
        let stage = DeliveriesStage(knobs: knobs, model: model)
        var chances: [Double] = []
        var happened: [Bool] = []
        for order in orders {
            let moment = order.purchased.advanced(byDays: part * order.promised.days(since: order.purchased))
            guard order.delivered > moment else { continue }
            var findings = Findings<DeliveryEvidence>()
            var signals = SignalPort()
            stage.detect(in: chunk([order], asOf: moment), signals: &signals, into: &findings)
            guard let outlook = findings.all.first?.evidence.outlook else { continue }
            chances.append(outlook.chance)
            happened.append(order.isLate)
        }
        func brier(_ chance: (Int) -> Double) -> Double {
            happened.indices.reduce(0) { sum, index in
                let miss = chance(index) - (happened[index] ? 1 : 0)
                return sum + miss * miss
            } / Double(max(1, happened.count))
        }
        let likeliest = chances.indices.sorted { chances[$0] > chances[$1] }.prefix(50)
        let quality = RankingQuality(scores: chances, happened: happened)
        let cells = [
            "\(part)", "\(happened.count)", "\(happened.count { $0 })", rounded(chances.reduce(0, +), 1),
            quality.map { rounded($0.areaUnderCurve, 3) } ?? "-", rounded(brier { chances[$0] }, 4),
            rounded(brier { _ in share }, 4),
            likeliest.isEmpty ? "-" : rounded(Double(likeliest.count { happened[$0] }) / Double(likeliest.count), 2),
        ]
        print(cells.joined(separator: "\t"))
    }

    /// What a seller's table says of orders at a moment.
    private static func chunk(_ orders: [Order], asOf: Instant) -> Chunk {
        var builder = ChunkBuilder(.order, account: "shop", marketplace: "BR", codes: orders.map(\.code), asOf: asOf)
        builder.set(Shipments.purchased, orders.map(\.purchased))
        builder.set(Shipments.promised, orders.map(\.promised))
        builder.set(Shipments.handedOver, orders.map { $0.handedOver.flatMap { $0 <= asOf ? $0 : nil } })
        builder.set(Shipments.delivered, orders.map { $0.delivered <= asOf ? $0.delivered : nil })
        return builder.build()
    }

    private static func rounded(_ number: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let whole = Int((number * scale).rounded())
        let part = String(whole % Int(scale))
        return "\(whole / Int(scale)).\(String(repeating: "0", count: decimals - part.count))\(part)"
    }
}

/// An order that arrived.
struct Order {
    let code: String
    let purchased: Instant
    let promised: Instant
    let handedOver: Instant?
    let delivered: Instant

    var isLate: Bool { delivered > promised }

    /// The orders of `olist/sample_orders.csv.gz` in a folder that arrived.
    static func all(in folder: String) throws -> [Order] {
        try lines(of: folder + "/olist/sample_orders.csv.gz").dropFirst().compactMap { line in
            let cells = fields(of: line)
            guard cells.count == 8, let purchased = Instant(stated: cells[3]), let promised = Instant(stated: cells[7]),
                let delivered = Instant(stated: cells[6]), promised > purchased
            else { return nil }
            return Order(
                code: String(cells[0]), purchased: purchased, promised: promised,
                handedOver: Instant(stated: cells[5]), delivered: delivered)
        }
    }
}

extension Instant {
    /// A moment as the file writes it, `2017-09-18 14:31:30`.
    fileprivate init?(stated text: Substring) {
        guard !text.isEmpty else { return nil }
        self.init("\(text.replacing(" ", with: "T"))Z")
    }
}
