import FlywheelKit

/// Listings that are blocked in part, as percentages; three or more with one code and day are a group.
struct BurstStage: Surveying {
    struct Evidence: Hashable, Codable {
        var percent: Int
    }

    struct Name: Hashable, Codable {
        var code: String
        var since: Day?
    }

    struct Model: StageModel { var groups: Set<Name> = [] }

    struct Survey: Mergeable {
        var listings: [Name: Int] = [:]
        mutating func merge(_ other: Survey) { listings.merge(other.listings, uniquingKeysWith: +) }
    }

    static let blocked = FindingKind("blocked", title: "blocked", effortHours: 0.5, lastsDays: 9)
    static let burst = FindingKind("burst", title: "one issue on many listings", effortHours: 1, lastsDays: 9)
    static let manifest = StageManifest(
        id: "blocked", title: "Blocked",
        inputs: [
            SuppressedListings.feed.deciding(
                SuppressedListings.status, SuppressedListings.code, SuppressedListings.since)
        ],
        kinds: [blocked, burst], rootCauses: [RootCause("policy", "A rule of the marketplace was broken.")],
        writes: [.detect, .exposure, .resolve])

    private let model: Model

    init(knobs: NoKnobs, model: Model) { self.model = model }

    static func survey(_ chunk: Chunk, into survey: inout Survey) {
        for row in chunk.rows {
            for issue in issues(of: row, in: chunk) { survey.listings[issue.name, default: 0] += 1 }
        }
    }

    static func fit(_ survey: Survey, after model: Model) -> Model {
        Model(groups: Set(survey.listings.filter { $0.value >= 3 || model.groups.contains($0.key) }.keys))
    }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            for (name, percent) in Self.issues(of: row, in: chunk) {
                let onset = name.since.map(Instant.init(startOf:))
                let group = FindingGroup(
                    Self.burst, discriminator: "\(name.code)@\(name.since.map(String.init) ?? "")", since: onset)
                findings.report(
                    Self.blocked, at: row, discriminator: name.code, since: onset,
                    in: model.groups.contains(name) ? group : nil, Evidence(percent: percent))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure {
        Exposure(
            .dailyShare([Double(abs(evidence.percent)) / 100]), probability: evidence.percent < 0 ? 0.5 : 1)
    }

    func resolve(_ evidence: Evidence) -> Resolution {
        Resolution(.ask("appeal"), playbook: Playbook("appeal", title: "Appeal", minutes: 5, steps: ["Write."]))
    }

    private static func issues(of row: Int, in chunk: Chunk) -> [(name: Name, percent: Int)] {
        let issues = chunk.details(of: SuppressedListings.feed)
        return issues.range(row).compactMap { issue in
            guard let percent = issues[SuppressedListings.status][issue].flatMap({ Int($0) }) else { return nil }
            let name = Name(
                code: issues[SuppressedListings.code][issue] ?? "", since: issues[SuppressedListings.since][issue])
            return (name, percent)
        }
    }
}
