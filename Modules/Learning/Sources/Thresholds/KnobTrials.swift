import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Thresholds

/// Trials of all knobs of one workflow on past weeks: each week is looked at once, with all values of all knobs.
struct KnobTrials {
    private struct Variant {
        let knob: Int
        let place: Int
    }

    private let stage: InstalledStage
    private let grids: [(values: [Double], current: Int)?]
    private let variants: [Variant]
    private let looks: [TrialLook]
    private let labels: LabelReader
    private let settings: LoopSettings
    private let operatorDays: Double?
    private let end: Instant

    /// Looks at the weeks that end at a moment.
    ///
    /// - Parameters:
    ///   - grids: the values to try of each knob, in the order of the stage's knobs; `nil` for those left alone.
    ///   - weeks: how many weeks.
    init(
        _ stage: InstalledStage, json: String, grids: [(values: [Double], current: Int)?], weeks: Int,
        until end: Instant,
        trial: DetectionTrial, labels: LabelReader, settings: LoopSettings, operatorDays: Double?
    ) throws {
        (self.stage, self.grids, self.labels, self.settings) = (stage, grids, labels, settings)
        (self.operatorDays, self.end) = (operatorDays, end)
        var variants: [Variant] = []
        var sets = [json]
        for (knob, grid) in grids.enumerated() {
            guard let grid else { continue }
            for (place, value) in grid.values.enumerated() where place != grid.current {
                variants.append(Variant(knob: knob, place: place))
                sets.append(try stage.knobs(json, setting: stage.knobs[knob].name, to: value))
            }
        }
        self.variants = variants
        looks = try (0..<weeks).map { week in
            try trial.run(stage.manifest.id, knobs: sets, asOf: end.advanced(byDays: Double(week - weeks + 1) * 7))
        }
    }

    /// What each tried value of a knob found; `nil` where it was not tried.
    func trial(of knob: Int) -> ThresholdTrial? {
        guard let grid = grids[knob] else { return nil }
        // The first set is the one in force.
        var sets = [Int](repeating: 0, count: grid.values.count)
        for (number, variant) in variants.enumerated() where variant.knob == knob { sets[variant.place] = number + 1 }
        var seen: [Fingerprint: Candidate] = [:]
        for (week, look) in looks.enumerated() where look.hasDecided {
            let cost = settings.reviewCost(in: look.currency)
            for sight in look.sights where sets.contains(where: { sight.foundBy[$0] }) {
                var candidate =
                    seen[sight.fingerprint]
                    ?? Candidate(
                        fingerprint: sight.fingerprint.text, week: week, tier: sight.tier,
                        avoidable: sight.avoidable?.minorUnits, reviewCost: cost,
                        sights: grid.values.map { _ in nil }, label: labels.labels[sight.fingerprint])
                let began = sight.onset ?? looks[candidate.week].asOf
                for (place, set) in sets.enumerated() where sight.foundBy[set] {
                    let detection = candidate.sights[place]?.detectionDays ?? max(0, look.asOf.days(since: began))
                    let reset = labels.ends[sight.fingerprint].map { max(0, look.asOf.days(since: $0)) }
                    candidate.sights[place] = Candidate.Sight(detectionDays: detection, resetDays: reset)
                }
                seen[sight.fingerprint] = candidate
            }
        }
        return ThresholdTrial(
            values: grid.values, current: grid.current, weeks: looks.count, operatorDaysPerWeek: operatorDays,
            candidates: seen.values.sorted { ($0.week, $0.fingerprint) < ($1.week, $1.fingerprint) })
    }

    /// Weeks in which deciding feeds were fresh somewhere.
    var decidedWeeks: Int { looks.count(where: \.hasDecided) }
}
