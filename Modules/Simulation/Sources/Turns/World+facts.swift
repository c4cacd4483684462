import FlywheelKit
import FlywheelStore

extension World {
    /// Brings what files would bring before a turn: listings that are new, all of them on the first day, and people when
    /// they change.
    mutating func bringFacts(on day: Int, at moment: Instant, isComplete: Bool) throws {
        let count = listings(on: day)
        let new = listingsTold..<max(listingsTold, count)
        let listings = organisation.catalogue.listings
        let price = Values<Money>(
            all: new.map { Money(minorUnits: listings[$0].price, organisation.marketplace.currency) })
        try bring(
            "listings", Catalog.feed, .listing, at: moment, isComplete: listingsTold == 0,
            FactRows(
                codes: new.map(Catalogue.code),
                products: Values(new.map { String("B" + Catalogue.code($0).dropFirst(4)) }),
                columns: [
                    Catalog.price.declaration.name: .moneys(price),
                    Catalog.title.declaration.name: .texts(Values(new.map { "Product \($0 + 1)" })),
                ]))
        listingsTold = count
        let staff = organisation.staff.filter { $0.isStaff(on: day) }
        guard staff.map(\.name) != peopleTold else { return }
        peopleTold = staff.map(\.name)
        try bring(
            "people", People.feed, .account, at: moment, isComplete: true,
            FactRows(
                codes: staff.map { _ in "" }, products: Values(unknown: staff.count),
                columns: [
                    People.name.declaration.name: .texts(Values(staff.map(\.name))),
                    People.hoursPerWeek.declaration.name: .reals(Values(staff.map(\.hoursPerWeek))),
                ]))
    }

    private func bring(
        _ name: String, _ feed: Feed, _ kind: Subject.Kind, at moment: Instant, isComplete: Bool, _ rows: FactRows
    ) throws {
        let file = "\(name)-\(moment.utcDay)-\(moment.seconds % 86_400 / 3_600).csv"
        let actor = Actor(.person, peopleTold.first ?? organisation.staff[0].name)
        let id = try store.beginImport(
            ImportDraft(
                fileName: file, digest: EventDigest.of([JournalEvent(.importKept, file)]), format: "table of \(name)",
                feed: feed.key.text, subject: kind, account: organisation.account,
                marketplace: organisation.marketplace.id, effectiveAt: moment, receivedAt: moment),
            by: actor)
        if !rows.codes.isEmpty { try store.stage(rows, for: id) }
        var summary = ImportSummary()
        summary.kept = rows.codes.count
        summary.subjects = kind == .account ? 1 : rows.codes.count
        summary.columns = rows.columns.keys.sorted()
        summary.isComplete = isComplete
        try store.finishImport(id, as: .kept, summary)
    }
}
