import FlywheelKit

/// Listings that the marketplace hides since a day: the status is the percentage of trade that is lost, and published.
struct HiddenStage: FlywheelStage {
    static let hidden = FindingKind("hidden", title: "hidden", effortHours: 0.5, lastsDays: 9)
    static let manifest = StageManifest(
        id: "hidden", title: "Hidden",
        inputs: [SuppressedListings.feed.deciding(SuppressedListings.status, SuppressedListings.since)],
        publishes: [ListingAvailability.key], kinds: [hidden],
        rootCauses: [RootCause("image", "The image was missing.")], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        var availability = [ListingAvailability?](repeating: nil, count: chunk.count)
        for row in chunk.rows {
            for issue in issues.range(row) {
                guard let percent = issues[SuppressedListings.status][issue].flatMap({ Int($0) }),
                    let since = issues[SuppressedListings.since][issue]
                else { continue }
                findings.report(Self.hidden, at: row, since: .init(startOf: since), percent)
                availability[row] = ListingAvailability(blockedShare: Double(percent) / 100, since: since)
            }
        }
        signals.publish(availability)
    }

    func exposure(of evidence: Int) -> Exposure { Exposure(.dailyShare([Double(evidence) / 100])) }
}

/// Finds every listing that was closed on some day; the evidence is the days, as so many before today.
struct ClosedDaysStage: FlywheelStage {
    static let closed = FindingKind("closed", title: "was closed", effortHours: 0.5, lastsDays: 9)
    static let manifest = StageManifest(
        id: "closed-days", title: "Closed days",
        inputs: [
            Catalog.feed.deciding(Catalog.price), Availability.feed.helping(Availability.from, Availability.to),
        ], kinds: [closed])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<[Int]>) {
        let runs = chunk.details(of: Availability.feed)
        for row in chunk.rows {
            let days = runs.range(row).flatMap { run -> [Int] in
                guard let from = runs[Availability.from][run], let to = runs[Availability.to][run] else { return [] }
                return Array(to.distance(to: chunk.today)...from.distance(to: chunk.today))
            }
            if !days.isEmpty { findings.report(Self.closed, at: row, Set(days).sorted()) }
        }
    }
}
