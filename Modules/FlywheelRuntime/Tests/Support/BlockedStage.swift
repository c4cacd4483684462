import FlywheelKit

/// Listings that the marketplace blocks in part: the status is the percentage of trade that is lost, the reason what it
/// falls on, the code tells issues apart, and an exemption puts the beginning off.
struct BlockedStage: FlywheelStage {
    struct Evidence: Hashable, Codable {
        var percent: Int
        var scope: Exposure.Scope
        var begins: Instant?
    }

    static let blocked = FindingKind("blocked", title: "blocked", effortHours: 0.5, lastsDays: 9)
    static let manifest = StageManifest(
        id: "blocked", title: "Blocked",
        inputs: [
            SuppressedListings.feed.deciding(
                SuppressedListings.status, SuppressedListings.reason, SuppressedListings.code, SuppressedListings.since,
                SuppressedListings.exemptUntil)
        ],
        kinds: [blocked], rootCauses: [RootCause("policy", "A rule of the marketplace was broken.")],
        writes: [.detect, .exposure, .resolve])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        for row in chunk.rows {
            for issue in issues.range(row) {
                guard let percent = issues[SuppressedListings.status][issue].flatMap({ Int($0) }) else {
                    findings.cannotTell(at: row)
                    continue
                }
                let evidence = Evidence(
                    percent: percent,
                    scope: issues[SuppressedListings.reason][issue].flatMap(Exposure.Scope.init(rawValue:)) ?? .row,
                    begins: issues[SuppressedListings.exemptUntil][issue])
                findings.report(
                    Self.blocked, at: row, discriminator: issues[SuppressedListings.code][issue] ?? "",
                    since: issues[SuppressedListings.since][issue].map(Instant.init(startOf:)), evidence)
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure {
        Exposure(
            .dailyShare([Double(evidence.percent) / 100]), scope: evidence.scope, begins: evidence.begins,
            deadline: evidence.begins)
    }

    func resolve(_ evidence: Evidence) -> Resolution {
        Resolution(
            .ask("appeal"), playbook: Playbook("appeal", title: "Appeal", minutes: 5, steps: ["Write.", "Wait."]))
    }
}
