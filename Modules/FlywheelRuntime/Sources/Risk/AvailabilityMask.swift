import Calendars
import FlywheelKit
import FlywheelStore

/// On which days a listing could sell: what exceptions took of each day, past ones and those that still stand.
///
/// This is how suppressed and stocked-out days stay out of the rate of sale without any stage knowing of another.
struct AvailabilityMask: Sendable {
    /// A share of trade that was lost over some days.
    struct Span: Sendable {
        var from: Day
        let to: Day
        let share: Double
        /// What took it; `nil` where somebody merely says so. Several of one kind take the same sales.
        var kind: Kind?
        /// What measures day by day what was lost; `nil` where nothing does.
        var measuredBy: Series?
    }

    /// A workflow's kind of exception.
    struct Kind: Hashable, Sendable {
        let workflow: String
        let kind: String
    }

    /// What outcomes took, and what stands that no chunk will look at again; shared by all chunks.
    private var past: [Subject: [Span]] = [:]
    /// What measures the loss of each kind, of those of which something does.
    private let measured: [Kind: Series]
    private let zones: Zones
    private let asOf: Instant

    init(
        outcomes: [OutcomeRecord], standing: [ExceptionRecord], measured: [Kind: Series] = [:], asOf: Instant,
        zones: Zones
    ) {
        self.measured = measured
        self.zones = zones
        self.asOf = asOf
        for outcome in outcomes where [.actionable, .selfCleared, .known].contains(outcome.verdict) {
            let span = span(outcome.exposure, of: outcome.fingerprint, from: outcome.onset, to: outcome.ended)
            if let span { past[outcome.fingerprint.subject, default: []].append(span) }
        }
        for exception in standing {
            if let span = span(of: exception) { past[exception.fingerprint.subject, default: []].append(span) }
        }
    }

    /// What an exception took, as a rotation leaves it. One that a person closed took its share until then, unless the data
    /// refuted it.
    func span(of exception: ExceptionRecord) -> Span? {
        let isClosed: Bool
        // Of what a person called noise or a duplicate nothing was ever lost.
        if let dismissal = exception.dismissal, dismissal != .known { return nil }
        switch exception.state {
        case .predicted, .lapsed, .withdrawn: return nil
        case .active, .notFixed, .cleared: isClosed = false
        case .verifying, .verified, .unverified, .dismissed: isClosed = true
        }
        return span(
            exception.exposure, of: exception.fingerprint, from: exception.onset ?? exception.detected,
            to: (isClosed ? exception.closed : nil) ?? asOf)
    }

    private func span(_ exposure: Exposure, of fingerprint: Fingerprint, from: Instant, to: Instant) -> Span? {
        guard exposure.isActive(at: to), case .dailyShare(let shares) = exposure.loss, let share = shares.first,
            share > 0
        else { return nil }
        let zone = zones.zone(ofMarketplace: fingerprint.subject.marketplace)
        let began = max(from, exposure.begins ?? from)
        let kind = Kind(workflow: fingerprint.workflow, kind: fingerprint.kind)
        return Span(
            from: zone.day(of: began), to: zone.day(of: to), share: share, kind: kind,
            measuredBy: measured[kind])
    }

    /// What was taken of a subject by what ended, and by what no chunk looks at.
    func past(of subject: () -> Subject) -> [Span] { past.isEmpty ? [] : past[subject()] ?? [] }
}

/// On which days the listings of one chunk could sell.
struct ChunkMask {
    private let spans: [Int: [AvailabilityMask.Span]]
    /// The first whole day of listings that were created within the window.
    private let firstDays: [Int: Day]
    /// Of listings that did not have the featured offer on some day as usual.
    private let shares: FeaturedShares
    /// Of listings whose own price was an error on some day.
    private let prices: PriceErrors

    /// The share from which a claim of what could be measured, on a day nobody measured, leaves that day out of the rate of
    /// sale: it is a guess, and sales scaled up by it would be one. So would those at a price that is an error.
    static let guessLeftOut = 0.5

    /// - Parameters:
    ///   - exceptions: those that stand or stood on the chunk's rows, as a rotation leaves them, each with its row.
    ///   - blocked: since when rows are blocked, as workflows publish it: what has no date of its own has that one.
    ///   - closures: on which days somebody says that they could not be sold.
    ///   - opened: when each listing was created.
    ///   - days: the window that will be asked for.
    init(
        _ mask: AvailabilityMask, chunk: Chunk, exceptions: some Sequence<(row: Int, exception: ExceptionRecord)>,
        blocked: BlockedRows = BlockedRows(), closures: Details, opened: Values<Instant>, zone: TimeZoneTable,
        days: Range<Day>
    ) {
        var spans: [Int: [AvailabilityMask.Span]] = [:]
        for row in chunk.rows {
            let past = mask.past { chunk.subject(row) }
            if !past.isEmpty { spans[row] = past }
        }
        for (row, exception) in exceptions {
            guard var span = mask.span(of: exception) else { continue }
            if let since = blocked.since(exception, at: row) { span.from = min(span.from, since) }
            spans[row, default: []].append(span)
        }
        for (row, span) in closures.reportedClosures { spans[row, default: []].append(span) }
        self.spans = spans
        firstDays = opened.firstWholeDays(since: days.lowerBound, in: zone)
        shares = FeaturedShares(chunk[Traffic.featuredShare])
        prices = PriceErrors(chunk[Offers.ownPrices])
    }

    /// Whether a listing could sell all of every day.
    func isClear(_ row: Int) -> Bool {
        spans[row] == nil && firstDays[row] == nil && !shares.hasLosses(row) && !prices.hasErrors(row)
    }

    /// The share of each day on which a listing could sell, 0 to 1; nothing before it was created, and at a price that was an
    /// error.
    func available(_ row: Int, on days: Range<Day>) -> [Double] {
        let (spans, first) = (spans[row] ?? [], firstDays[row])
        return days.map { day in
            if let first, day < first { return 0 }
            if prices.isError(row, on: day) { return 0 }
            let measured = shares.part(row, on: day)
            func stands(_ span: AvailabilityMask.Span) -> Bool {
                span.from <= day && day <= span.to
                    && !(span.measuredBy == Traffic.featuredShare && measured != nil)
            }
            // Most days of most listings are not touched by anything.
            guard spans.contains(where: stands) else { return measured ?? 1 }
            return spans.filter(stands).withoutSmallerOfOneKind.reduce(measured ?? 1) { open, span in
                span.measuredBy != nil && span.share >= Self.guessLeftOut ? 0 : open * (1 - span.share)
            }
        }
    }
}

/// Since when rows of a chunk are blocked, as workflows publish it.
struct BlockedRows: Sendable {
    private var days: [Int: Day] = [:]
    private var publishers: Set<String> = []

    /// Of no row.
    init() {}

    init(_ port: SignalPort, by publishers: Set<String>) {
        var port = port
        self.publishers = publishers
        for (row, blocked) in (port.column(ListingAvailability.self) ?? []).enumerated() { days[row] = blocked?.since }
    }

    /// The first day of an exception of which nobody knows when it began; `nil` for others, and those that block nothing.
    func since(_ exception: ExceptionRecord, at row: Int) -> Day? {
        exception.onset == nil && publishers.contains(exception.fingerprint.workflow) ? days[row] : nil
    }
}

extension [AvailabilityMask.Span] {
    /// Of those of one kind the largest alone: they take the same sales.
    fileprivate var withoutSmallerOfOneKind: [AvailabilityMask.Span] {
        guard count > 1 else { return self }
        var largest: [AvailabilityMask.Span] = []
        for span in self {
            guard span.kind != nil, let same = largest.firstIndex(where: { $0.kind == span.kind }) else {
                largest.append(span)
                continue
            }
            if largest[same].share < span.share { largest[same] = span }
        }
        return largest
    }
}
