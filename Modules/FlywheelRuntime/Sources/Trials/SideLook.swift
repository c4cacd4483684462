public import FlywheelKit
import FlywheelStore
import Statistics

/// What is looked at of one workflow beside what decides: all rows with the knobs of shadows, and a sample of rows with every
/// knob a step looser.
struct SideLook: Sendable {
    /// The stage with the knobs of each shadow.
    let shadows: [(id: String, stage: PreparedStage)]
    /// The stage with all knobs a step looser; `nil` where nothing is sampled or nothing can be tuned.
    let loosened: PreparedStage?
    /// The stage with one knob a step looser, by the knob's name.
    let singly: [(knob: String, stage: PreparedStage)]
    let policy: ReviewPolicy
    /// The tiers the last rotation gave, by chunk.
    let tiers: [Int64: TierColumn]

    /// Looks at a chunk on which the stage has run. Of what is seen with other knobs as much counts as in a turn.
    ///
    /// - Parameters:
    ///   - sight: what the stage says of it.
    ///   - port: as the stage found it.
    ///   - stands: whether something stands under a name.
    func look(
        beside sight: StageSight, of seen: SeenChunk, port: SignalPort, stands: (Fingerprint) -> Bool,
        into side: inout SideReport
    ) throws {
        // Of stale feeds nothing is concluded here either.
        guard sight.ruling.isOpen else { return }
        let known = Set(sight.report.sightings.map(\.fingerprint))
        for (id, stage) in shadows {
            var own = port
            let other = try seen.sight(sight, saying: stage.detect(seen.chunk, &own, stands: stands))
            let names = Set(other.report.sightings.map(\.fingerprint))
            let opened = other.report.sightings.filter {
                $0.weight == .opens && !known.contains($0.fingerprint) && other.decides($0)
            }
            let ended = sight.report.sightings.filter {
                !names.contains($0.fingerprint) && other.endsUnseen($0.row, $0.fingerprint.kind)
            }
            side.shadows.append(ShadowRows(id: id, opened: opened.map(\.row), ended: ended.map(\.row)))
        }
        guard let loosened else { return }
        let (placed, rows) = (seen.placed, sampled(seen.placed))
        guard !rows.isEmpty else { return }
        func found(by stage: PreparedStage, among rows: [Int]) throws -> [Sighting] {
            var own = port.picked(rows)
            let report = try stage.detect(seen.chunk.picked(rows), &own).placed(on: rows)
            let other = try seen.sight(sight, saying: report)
            return other.report.sightings.filter { !known.contains($0.fingerprint) && other.decides($0) }
        }
        let finds = try found(by: loosened, among: rows)
        guard !finds.isEmpty else { return }
        // What all knobs together do not find no knob finds by itself.
        let near = seen.chunk.siblings(of: finds.map(\.row), among: rows)
        var knobs: [Fingerprint: [String]] = [:]
        for (knob, stage) in singly {
            for sighting in try found(by: stage, among: near) {
                knobs[sighting.fingerprint, default: []].append(knob)
            }
        }
        for sighting in finds {
            // What only several knobs together find says nothing of any of them.
            guard let knobs = knobs[sighting.fingerprint] else { continue }
            side.candidates.append(
                ReviewCandidate(
                    fingerprint: sighting.fingerprint, knobs: knobs.sorted(), tier: tier(of: sighting.row, in: placed),
                    weight: 1 / share(of: sighting.row, in: placed), evidence: try sighting.evidence.text()))
        }
    }

    /// The rows that are looked at more closely: the same ones every day, so that what is found has a history.
    private func sampled(_ placed: PlacedChunk) -> [Int] {
        let chunk = placed.chunk
        let most = max(policy.heroShare, policy.share)
        let owner = "\(chunk.account)/\(chunk.marketplace)/"
        return chunk.rows.filter { row in
            let place = SampleHash.place(of: owner + chunk.codes[row], salt: "review")
            return place < most && place < share(of: row, in: placed)
        }
    }

    private func share(of row: Int, in placed: PlacedChunk) -> Double {
        tier(of: row, in: placed) == .a ? max(policy.heroShare, policy.share) : policy.share
    }

    private func tier(of row: Int, in placed: PlacedChunk) -> Tier? {
        guard placed.chunk.kind == .listing, let column = tiers[placed.place.id], placed.used[row] < column.tiers.count
        else { return nil }
        return column.tiers[placed.used[row]].flatMap(Tier.init(rawValue:))
    }
}

extension Chunk {
    /// Rows with all others of their products, of these: what is seen on one may hang on those.
    fileprivate func siblings(of chosen: [Int], among rows: [Int]) -> [Int] {
        let own = Set(chosen)
        let shared = Set(chosen.compactMap { products[$0] })
        return rows.filter { row in own.contains(row) || products[row].map(shared.contains) ?? false }
    }
}

extension StageReport {
    /// What was said of some rows of a chunk, on the rows of that chunk.
    fileprivate func placed(on rows: [Int]) -> StageReport {
        func places(_ picked: Set<Int>) -> Set<Int> { Set(picked.map { rows[$0] }) }
        return StageReport(
            sightings: sightings.map { $0.on(row: rows[$0.row]) }, undecided: places(undecided),
            undecidedByKind: undecidedByKind.mapValues(places))
    }
}

/// What was seen of a chunk beside what decides.
struct SideReport: Sendable {
    var shadows: [ShadowRows] = []
    var candidates: [ReviewCandidate] = []
}

/// The rows on which a shadow differs.
struct ShadowRows: Sendable {
    let id: String
    let opened: [Int]
    let ended: [Int]
}

/// What only a step looser finds, on a row that was sampled.
public struct ReviewCandidate: Hashable, Sendable, Codable {
    /// What it is about.
    public let fingerprint: Fingerprint
    /// The knobs that find it a step looser, each by itself.
    public let knobs: [String]
    /// The tier the last rotation gave what it is about.
    public let tier: Tier?
    /// How many it stands for: one over the share of rows that are sampled.
    public let weight: Double
    /// What its stage saw, as JSON.
    public let evidence: String
}

extension Swept {
    /// What each shadow would have changed.
    func shadowCounts(_ ids: [String], tiers: SweptTiers) -> [String: ShadowCount] {
        var counts = Dictionary(ids.map { ($0, ShadowCount()) }, uniquingKeysWith: { first, _ in first })
        for (number, turn) in turns.enumerated() {
            for shadow in turn.side.shadows {
                counts[shadow.id]?.wouldOpen += shadow.opened.count
                counts[shadow.id]?.wouldEnd += shadow.ended.count
                counts[shadow.id]?.wouldEndHeroes += shadow.ended.count { tiers.tier((number, $0)) == .a }
            }
        }
        return counts
    }

    /// What people get to judge, in the order of fingerprints.
    var reviewCandidates: [ReviewCandidate] {
        turns.flatMap(\.side.candidates).map { ($0.fingerprint.text, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension Rotation {
    /// What is looked at beside, by workflow.
    func sideLooks(states: [String: StageState]) throws -> [String: SideLook] {
        let tiers = Dictionary(try store.tiers().map { ($0.chunk, $0) }, uniquingKeysWith: { first, _ in first })
        let policy = settings.review.looking(
            at: tiers.values.reduce(0) { sum, column in
                sum + (0..<column.tiers.count).count { column.tiers[$0] == Tier.a.rawValue }
            })
        var looks: [String: SideLook] = [:]
        for stage in plan.stages {
            let id = stage.manifest.id
            let state = states[id] ?? StageState(workflow: id)
            func prepared(_ knobs: String) throws -> PreparedStage {
                try stage.prepare(StageState(workflow: id, knobs: knobs, model: state.model))
            }
            let shadows = try settings.shadows.filter { $0.workflow == id }.map { ($0.id, try prepared($0.knobs)) }
            let values = try stage.knobValues(state.knobs)
            var all = state.knobs
            var singly: [(knob: String, stage: PreparedStage)] = []
            for knob in policy.share > 0 || policy.heroShare > 0 ? stage.knobs : [] {
                // What a person sets is not tuned, so that nobody need judge what lies just below it.
                guard !knob.isSet, let value = values[knob.name] else { continue }
                let step = knob.looser(than: value, by: policy.step)
                let watched = policy.watched[id]?[knob.name] ?? step
                let looser = knob.isLooser(watched, than: step) ? watched : step
                guard looser != value else { continue }
                all = try stage.knobs(all, setting: knob.name, to: looser)
                singly.append((knob.name, try prepared(try stage.knobs(state.knobs, setting: knob.name, to: looser))))
            }
            guard !shadows.isEmpty || !singly.isEmpty else { continue }
            looks[id] = SideLook(
                shadows: shadows, loosened: singly.isEmpty ? nil : try prepared(all), singly: singly, policy: policy,
                tiers: tiers)
        }
        return looks
    }
}
