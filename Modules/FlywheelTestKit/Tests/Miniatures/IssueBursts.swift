import FlywheelKit

/// Surveys the catalogue for issue codes that many listings have at once: one cause, one fix.
struct IssueBursts: Surveying {
    struct Evidence: Hashable, Codable, Sendable { var listings: Int }

    struct Knobs: StageKnobs {
        var listings = 40.0
        static let tunable = [Knob<Knobs>("listings", \.listings, in: 10...400, looser: .lower, unit: .none)]
    }

    struct Model: StageModel { var listingsByCode: [String: Int] = [:] }

    struct Survey: Mergeable {
        var listingsByCode: [String: Int] = [:]
        mutating func merge(_ other: Survey) { listingsByCode.merge(other.listingsByCode, uniquingKeysWith: +) }
    }

    static let burst = FindingKind("burst", title: "one issue on many listings", effortHours: 1, lastsDays: 7)
    static let manifest = StageManifest(
        id: "mini-bursts", title: "Issue bursts",
        inputs: [SuppressedListings.feed.deciding(SuppressedListings.code)], kinds: [burst])

    let knobs: Knobs
    let model: Model

    init(knobs: Knobs, model: Model) {
        self.knobs = knobs
        self.model = model
    }

    static func survey(_ chunk: Chunk, into survey: inout Survey) {
        for row in chunk.rows {
            for code in codes(of: row, in: chunk) { survey.listingsByCode[code, default: 0] += 1 }
        }
    }

    static func fit(_ survey: Survey, after model: Model) -> Model { Model(listingsByCode: survey.listingsByCode) }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            for code in Self.codes(of: row, in: chunk) {
                guard let listings = model.listingsByCode[code], Double(listings) >= knobs.listings else { continue }
                findings.report(Self.burst, at: row, discriminator: code, Evidence(listings: listings))
            }
        }
    }

    private static func codes(of row: Int, in chunk: Chunk) -> [String] {
        let issues = chunk.details(of: SuppressedListings.feed)
        let codes = issues[SuppressedListings.code]
        return Set(issues.range(row).compactMap { codes[$0] }).sorted()
    }
}
