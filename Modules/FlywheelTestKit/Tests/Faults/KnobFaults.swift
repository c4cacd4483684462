import FlywheelKit

/// What all stages with a unit threshold do; each plants its fault in its knobs or in how it tunes them.
protocol LowStockByKnob: LowStock where Knobs: UnitKnobs, Model == NoModel {
    var knobs: Knobs { get }
}

protocol UnitKnobs: StageKnobs {
    var units: Double { get set }
}

extension LowStockByKnob {
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        let units = chunk[Stock.fulfillable]
        for row in chunk.rows {
            guard let left = units[row], Double(left) < knobs.units else { continue }
            findings.report(.low, at: row, UnitsLeft(units: left))
        }
    }
}

struct StartsOutOfRange: LowStockByKnob {
    struct Knobs: UnitKnobs {
        var units = 5.0
        static let tunable = [Knob<Knobs>("units", \.units, in: 6...9, looser: .higher, unit: .units)]
    }

    let knobs: Knobs
    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }
}

struct MisnamesItsKnob: LowStockByKnob {
    struct Knobs: UnitKnobs {
        var units = 5.0
        static let tunable = [Knob<Knobs>("threshold", \.units, in: 1...9, looser: .higher, unit: .units)]
    }

    let knobs: Knobs
    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }
}

struct TurnsItsKnobAround: LowStockByKnob {
    struct Knobs: UnitKnobs {
        var units = 5.0
        static let tunable = [Knob<Knobs>("units", \.units, in: 1...9, looser: .lower, unit: .units)]
    }

    let knobs: Knobs
    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }
}

/// One tunable number and one that is not.
struct TwoNumbers: UnitKnobs {
    var units = 5.0
    var patience = 3
    static let tunable = [Knob<TwoNumbers>("units", \.units, in: 1...9, looser: .higher, unit: .units)]
}

struct TunesOutOfRange: LowStockByKnob {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .tune]) }
    let knobs: TwoNumbers
    init(knobs: TwoNumbers, model: NoModel) { self.knobs = knobs }

    static func tune(_ knobs: TwoNumbers, from record: TrackRecord) -> Proposal<TwoNumbers>? {
        var looser = knobs
        looser.units += 1
        return record.total > 50 ? Proposal(looser, because: "\(record.total) outcomes") : nil
    }
}

struct TunesWhatIsNotTunable: LowStockByKnob {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .tune]) }
    let knobs: TwoNumbers
    init(knobs: TwoNumbers, model: NoModel) { self.knobs = knobs }

    static func tune(_ knobs: TwoNumbers, from record: TrackRecord) -> Proposal<TwoNumbers>? {
        var impatient = knobs
        impatient.patience = 0
        return Proposal(impatient, because: "")
    }
}

/// Nothing is wrong with it: a threshold with a page and a golden file of its own.
struct FaultlessByKnob: LowStockByKnob {
    let knobs: TwoNumbers
    init(knobs: TwoNumbers, model: NoModel) { self.knobs = knobs }
}

struct BetaWithoutPapers: LowStock {
    static var manifest: StageManifest { .lowStock(stability: .beta) }
    init(knobs: NoKnobs, model: NoModel) {}
}
