public import FlywheelKit

/// Finds listings that the marketplace removed, blocked or hid, says what share of their revenue that takes, and how each
/// issue is solved.
public struct SuppressionsStage: FlywheelStage {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "suppressions", title: "Suppressions",
        inputs: [
            SuppressedListings.feed.deciding(
                SuppressedListings.status, SuppressedListings.reason, SuppressedListings.issue,
                SuppressedListings.code, SuppressedListings.since, SuppressedListings.exemptUntil),
            Catalog.feed.helping(Catalog.price, Catalog.status),
        ],
        publishes: [ListingAvailability.key],
        kinds: FindingKind.suppressions, rootCauses: RootCause.suppressions,
        writes: [.detect, .exposure, .resolve, .learn, .measure])

    private let knobs: SuppressionsKnobs

    /// A stage with these knobs; it has no model.
    public init(knobs: SuppressionsKnobs, model: NoModel) { self.knobs = knobs }

    /// Reports one finding for each issue of a listing, and publishes how much of its trade is blocked.
    ///
    /// A problem begins with the day its status changed, at midnight UTC: where the marketplace's own midnight lies is not
    /// known here. A day that has not begun in UTC yet is left to the host, which then counts from first sight.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<SuppressionEvidence>
    ) {
        let reader = IssueReader(chunk)
        let listingStatus = chunk[Catalog.status]
        let price = chunk[Catalog.price]
        var availability = [ListingAvailability?](repeating: nil, count: chunk.count)
        for row in chunk.rows {
            let issues = reader.issues(of: row)
            for issue in issues {
                let onset = issue.since.map { Instant(seconds: Int64($0.epochDays) * 86_400) }
                findings.report(
                    issue.kind, at: row, discriminator: issue.discriminator,
                    since: onset.flatMap { $0 <= chunk.asOf ? $0 : nil },
                    evidence(of: issue, asOf: chunk.asOf, listingStatus: listingStatus[row], price: price[row]))
            }
            availability[row] = ListingAvailability(after: issues, knobs: knobs, in: chunk)
        }
        signals.publish(availability)
    }

    /// The enforcement's share, surely, or an unknown loss where the enforcement is not known; while there is an exemption, from its end on and with a probability.
    ///
    /// Closing one issue cures no other: a listing that may be bought again is still hidden by what hid it.
    public func exposure(of evidence: SuppressionEvidence) -> Exposure {
        let exemption = evidence.pendingExemption
        return Exposure(
            loss(of: evidence), probability: exemption == nil ? 1 : knobs.enforcedAfterExemption,
            begins: exemption?.until,
            deadline: exemption?.until, fixTakesDays: evidence.group.fixTakesDays)
    }

    /// A status nobody told us the meaning of may take everything or nothing: no share is right, and 0 least of all.
    private func loss(of evidence: SuppressionEvidence) -> Exposure.Loss {
        guard evidence.enforcement != nil else { return .unknown("what the reported status takes is not known") }
        return evidence.lossShare > 0 ? .dailyShare([evidence.lossShare]) : .nothing
    }

    /// The group's playbook; a status that is not known is for a person to look at.
    public func resolve(_ evidence: SuppressionEvidence) -> Resolution { Remedies.resolution(of: evidence) }

    private func evidence(
        of issue: Issue, asOf: Instant, listingStatus: String?, price: Money?
    ) -> SuppressionEvidence {
        let gravest = issue.gravest
        let group = IssueGroup(attributes: gravest.attributes, reason: gravest.knownReason)
        return SuppressionEvidence(
            enforcement: gravest.enforcement, reportedStatuses: Set(issue.rows.map(\.status)).sorted(),
            reason: gravest.reason, group: group, code: gravest.code, attributes: gravest.attributes,
            issue: gravest.issue, since: issue.since,
            exemption: gravest.exemptUntil.map { Exemption(until: $0, asOf: asOf) },
            lossShare: knobs.lossShare(of: gravest.enforcement), rows: issue.rows.count, listingStatus: listingStatus,
            price: group == .price ? price : nil)
    }
}
