import Calendars
import CaseDesk
import Cases
import Charts
import FlywheelHost
import FlywheelKit
import FlywheelRuntime

extension Session {
    /// What the desk learned of itself from cases opened at a moment or later.
    func deskReport(since: Instant?, by key: CohortKey?, drawing file: String?) throws -> CasesReportAnswer {
        let cases = try DeskCases.all(in: host.store)
        let zone = clock.zone
        let settings = rules.settings
        func day(_ moment: Instant) -> Day { Day(epochDays: zone.localDay(at: moment.seconds)) }
        let report = DeskReport(
            cases.lazy.map(\.contents), since: since, now: now, settings: settings.quality,
            promises: settings.promises, day: day)
        let association = try association(of: ListingContacts(cases.lazy.map(\.contents), day: day))
        let counted = cases.filter { _, contents in since.map { (contents.opened ?? $0) >= $0 } ?? true }
        var answer = CasesReportAnswer(
            report: report, association: association,
            sentiment: try TextSentiment(of: counted, in: host.store, now: now), clock: clock, key: key)
        if let file {
            let svg = answer.backlogChart.svg(description: "Open cases at the end of each day, \(clock.full(now))")
            try ReplacedFile.write(file) { write in try write(Array(svg.utf8)) }
            answer.drawing = file
        }
        return answer
    }

    /// What people write about listings, beside what these sell. All listings of the accounts take part: those nobody writes
    /// about are the ones to hold the others against.
    private func association(of contacts: ListingContacts) throws -> SupportAssociation {
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
