import FlywheelKit

@testable import Suppressions

/// Friday 2026-11-20T16:05:00Z.
let asOf = Instant(seconds: 1_795_190_700)
let today = asOf.utcDay

/// Where days begin unless a test says otherwise.
@Sendable func midnightUTC(_ day: Day) -> Instant { Instant(seconds: Int64(day.epochDays) * 86_400) }

/// One row of a report of suppressed listings.
struct Line {
    var sku = "KN-12"
    var status: String?
    var reason: String?
    var issue: String?
    var code: String?
    var since: Day?
    var exemptUntil: Instant?
}

/// The chunk of a report, with a row for each listing.
func report(
    _ lines: [Line], listings: [String] = ["KN-12"], asOf: Instant = asOf,
    startOfDay: @escaping @Sendable (Day) -> Instant = midnightUTC
) -> ChunkBuilder {
    let rows = listings.map { sku in lines.filter { $0.sku == sku } }
    let flat = rows.flatMap(\.self)
    var builder = ChunkBuilder(
        .listing, account: "example", marketplace: "ATVPDKIKX0DER", codes: listings, asOf: asOf, startOfDay: startOfDay)
    let columns: [String: ColumnData] = [
        SuppressedListings.status.name: .texts(Values(flat.map(\.status))),
        SuppressedListings.reason.name: .texts(Values(flat.map(\.reason))),
        SuppressedListings.issue.name: .texts(Values(flat.map(\.issue))),
        SuppressedListings.code.name: .texts(Values(flat.map(\.code))),
        SuppressedListings.since.name: .days(Values(flat.map(\.since))),
        SuppressedListings.exemptUntil.name: .instants(Values(flat.map(\.exemptUntil))),
    ]
    let starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    builder.set(Details(starts: starts, columns: columns), for: SuppressedListings.feed)
    return builder
}

let stage = SuppressionsStage(knobs: SuppressionsKnobs(), model: SuppressionsModel())

/// What the stage finds in a chunk, and what it publishes.
func detect(_ chunk: Chunk) -> (findings: [Finding<SuppressionEvidence>], availability: [ListingAvailability?]) {
    var signals = SignalPort()
    var findings = Findings<SuppressionEvidence>()
    stage.detect(in: chunk, signals: &signals, into: &findings)
    return (findings.all, signals.column(ListingAvailability.self) ?? [])
}

/// The findings of a report about one listing.
func findings(_ lines: Line..., asOf: Instant = asOf) -> [Finding<SuppressionEvidence>] {
    detect(report(lines, asOf: asOf).build()).findings
}

/// Kind and discriminator of each finding: with the listing, its fingerprint.
func names(_ findings: [Finding<SuppressionEvidence>]) -> [String] {
    findings.map { "\($0.row) \($0.kind.id) \($0.discriminator)" }
}

/// A listing with everything at once.
let everything: [Line] = [
    Line(status: "LISTING_SUPPRESSED", reason: "POLICY", issue: "Rules violation", code: "99300", since: today),
    Line(status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' is required but not supplied."),
    Line(
        sku: "LT-55-W", status: "SEARCH_SUPPRESSED", reason: "INVALID_IMAGE", code: "18155",
        exemptUntil: asOf.advanced(byDays: 3.5)),
    Line(sku: "LT-55-W", status: "Zurückgehalten", issue: "Bitte prüfen"),
    Line(sku: "GL-20", status: "Attribute Suppressed", issue: "[item_name] is too long"),
    Line(sku: "GL-20", status: "Quality Alert", code: "18320", since: today),
]

let listings = ["KN-12", "HB-204", "LT-55-W", "GL-20"]
