import Calendars
import CaseDesk
import Cases
import Charts
import FlywheelHost
import FlywheelKit
import FlywheelRuntime

extension Session {
    /// What the desk learned of itself from cases opened at a moment or later, or within a period.
    func deskReport(
        since: Instant?, in period: DeskPeriod? = nil, by key: CohortKey?, drawing file: String?
    ) throws -> CasesReportAnswer {
        let cases = try DeskCases.all(in: host.store)
        let contents = cases.map(\.contents)
        let report =
            period.map { deskReport(of: contents, in: $0) } ?? deskReport(of: contents, since: since, until: now)
        let association = try association(of: ListingContacts(contents, day: clock.localDay), asOf: report.now)
        let counted = cases.filter { _, contents in
            guard let opened = contents.opened else { return true }
            return opened >= report.since ?? opened && opened <= report.now
        }
        var answer = CasesReportAnswer(
            report: report, association: association,
            sentiment: try TextSentiment(of: counted, in: host.store, now: report.now), clock: clock, key: key,
            period: period, before: period.map { deskReport(of: contents, in: $0.before) })
        if let file {
            let svg = answer.backlogChart.svg(
                description: "Open cases at the end of each day, \(clock.full(report.now))")
            try ReplacedFile.write(file) { write in try write(Array(svg.utf8)) }
            answer.drawing = file
        }
        return answer
    }

    /// The report of a period as it stood at its end, so that two periods are read alike.
    func deskReport(of cases: [Case], in period: DeskPeriod) -> DeskReport {
        deskReport(
            of: cases, since: period.since(in: clock.zone), until: period.until(in: clock.zone, by: now))
    }

    private func deskReport(of cases: [Case], since: Instant?, until: Instant) -> DeskReport {
        DeskReport(
            cases, since: since, now: until, settings: rules.settings.quality, promises: rules.settings.promises,
            day: clock.localDay)
    }

    /// What people write about listings, beside what these sell. All listings of the accounts take part: those nobody writes
    /// about are the ones to hold the others against.
    private func association(of contacts: ListingContacts, asOf now: Instant) throws -> SupportAssociation {
        let window = Sales.units.last(days: 3 * ListingSupport.days)
        let reader = try host.factReader(windows: [window], asOf: now)
        var listings: [ListingSupport] = []
        var unknown = 0
        try reader.forEach(.listing, of: contacts.accounts) { chunk, row in
            let (listing, units) = (chunk.subject(row), chunk[Sales.units])
            let known = ListingSupport(
                listing: listing.code, opened: contacts.days[listing] ?? [], units: units.row(row), on: units.days)
            if let known { listings.append(known) } else { unknown += 1 }
        }
        return SupportAssociation(listings, unknown: unknown, hasLinks: !contacts.days.isEmpty)
    }
}
